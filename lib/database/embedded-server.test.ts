import { mkdtemp, rm } from "node:fs/promises";
import { Socket } from "node:net";
import os from "node:os";
import path from "node:path";
import { Client, Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "./start-embedded";

let folder: string;
let database: EmbeddedDatabase;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "polytrace-embedded-"));
  database = await startEmbedded(folder, "memory");
}, 60_000);
afterAll(async () => {
  await database.stop();
  await rm(folder, { recursive: true });
});

const connect = async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client;
};

describe("many connections", () => {
  test("each get their own answers, also when their messages come in pieces", async () => {
    const pool = new Pool({ connectionString: database.url, max: 20 });
    const long = "x".repeat(200_000);
    const ask = async (index: number) => {
      const one = index % 3 === 0;
      const result = one
        ? await pool.query("SELECT $1::int AS a", [index])
        : await pool.query("SELECT $1::int AS a, length($2::text) AS b, $3::int AS c", [
            index,
            long.slice(0, index * 100),
            -index,
          ]);
      expect(result.rows).toEqual([one ? { a: index } : { a: index, b: index * 100, c: -index }]);
    };
    await Promise.all(Array.from({ length: 600 }, (_, index) => ask(index)));
    await pool.end();
  }, 60_000);

  test("count right in concurrent transactions", async () => {
    const pool = new Pool({ connectionString: database.url, max: 10 });
    await pool.query("CREATE TABLE counter (value int)");
    await pool.query("INSERT INTO counter VALUES (0)");
    const add = async () => {
      const client = await pool.connect();
      await client.query("BEGIN");
      const { rows } = await client.query<{ value: number }>("SELECT value FROM counter FOR UPDATE");
      await client.query("UPDATE counter SET value = $1", [(rows[0]?.value ?? 0) + 1]);
      await client.query("COMMIT");
      client.release();
    };
    await Promise.all(Array.from({ length: 50 }, add));
    expect((await pool.query("SELECT value FROM counter")).rows).toEqual([{ value: 50 }]);
    await pool.end();
  }, 60_000);
});

describe("a fault", () => {
  test("of one connection is answered to it and to nobody else", async () => {
    const pool = new Pool({ connectionString: database.url, max: 5 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        pool.query(index % 2 === 0 ? "SELECT $1::int AS a" : "SELECT nothing($1::int)", [index]),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? "fulfilled" : "rejected")),
    );
    await pool.end();
  }, 60_000);

  test("in a transaction leaves it failed until it is rolled back, while others wait", async () => {
    const [first, second] = [await connect(), await connect()];
    await first.query("BEGIN");
    await expect(first.query("SELECT 1/0")).rejects.toThrow("division by zero");
    const waiting = second.query("SELECT 1 AS one");
    await expect(first.query("SELECT 1")).rejects.toThrow("current transaction is aborted");
    await first.query("ROLLBACK");
    expect((await waiting).rows).toEqual([{ one: 1 }]);
    await Promise.all([first.end(), second.end()]);
  });

  test("a connection that goes away in a transaction is rolled back", async () => {
    const socket = new Socket();
    const first = new Client({ connectionString: database.url, stream: () => socket });
    first.on("error", () => undefined);
    await first.connect();
    const second = await connect();
    await second.query("CREATE TABLE kept (value int)");
    await first.query("BEGIN");
    await first.query("INSERT INTO kept VALUES (1)");
    const waiting = second.query("SELECT count(*)::int AS rows FROM kept");
    // As when its process is killed: no farewell.
    socket.destroy();
    expect((await waiting).rows).toEqual([{ rows: 0 }]);
    await second.end();
  });
});
