import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { BinaryRows } from "./binary-rows";
import { getPool } from "./client";
import { copyRows } from "./copy-rows";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await getPool().query(`CREATE TABLE copied (name text PRIMARY KEY, number int, mark boolean, body jsonb)`);
}, 60_000);
afterAll(() => database.stop());

const statement = "COPY copied FROM STDIN (FORMAT binary)";
const stored = async () => (await getPool().query("SELECT * FROM copied ORDER BY name")).rows;

function named(...names: string[]): Uint8Array {
  const rows = new BinaryRows();
  for (const name of names) {
    rows.startRow(4);
    rows.addText(name);
    rows.addInteger(-2_000_000_000);
    rows.addBoolean(false);
    rows.addJson(`{"naïve": [1, null]}`);
  }
  return rows.finish();
}

test("every kind of value comes back as it was, missing ones as null", async () => {
  const rows = new BinaryRows();
  rows.startRow(4);
  rows.addText(`tab\t back\\ "quote" \r\n é😀`);
  rows.addInteger(undefined);
  rows.addBoolean(undefined);
  rows.addJson(undefined);
  rows.startRow(4);
  rows.addText("\u0000 and \ud800");
  rows.addInteger(7);
  rows.addBoolean(true);
  rows.addJson(`"é"`);
  await copyRows(statement, rows.finish());
  expect(await stored()).toEqual([
    { name: `tab\t back\\ "quote" \r\n é😀`, number: null, mark: null, body: null },
    { name: "\uFFFD and \uFFFD", number: 7, mark: true, body: "é" },
  ]);
  await getPool().query("DELETE FROM copied");
});

test("many long rows arrive whole, while others use the database", async () => {
  const names = Array.from({ length: 300 }, (_, index) => `${index} ${"é".repeat(index * 100)}`);
  const asked = Promise.all(Array.from({ length: 20 }, () => getPool().query("SELECT 1 AS one")));
  await copyRows(statement, named(...names));
  expect((await asked).map(({ rows }) => rows)).toEqual(Array.from({ length: 20 }, () => [{ one: 1 }]));
  expect((await stored()).map(({ name }) => name)).toEqual(names.toSorted());
  expect((await stored())[0]).toMatchObject({ number: -2_000_000_000, mark: false, body: { naïve: [1, null] } });
  await getPool().query("DELETE FROM copied");
});

test("of rows of which one is there already none is stored, and the connection can be used on", async () => {
  await copyRows(statement, named("b"));
  await expect(copyRows(statement, named("a", "b", "c"))).rejects.toMatchObject({ code: "23505" });
  await expect(copyRows("COPY nowhere FROM STDIN (FORMAT binary)", named("a"))).rejects.toMatchObject({ code: "42P01" });
  await copyRows(statement, named("d"));
  expect((await stored()).map(({ name }) => name)).toEqual(["b", "d"]);
});
