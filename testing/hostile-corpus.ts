import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { decodeRecording } from "@/lib/recordings/decode-recording";
import { defaultLimits, limitsSchema } from "@/lib/recordings/schema";
import { createPool, type PoolOptions, type RecordingResult, type RunnerPool } from "@/lib/runner/runner-pool";
import { countOwnPipes, listInterpreterProcesses } from "./host-state";

/** Programs that try to break out, to break the recorder or to take the machine, each with what must become of it in its first lines. */
const FOLDER = path.resolve("tracer/tests/hostile");
const names = readdirSync(FOLDER).filter((name) => name.endsWith(".py"));

const headSchema = z.object({
  status: z.string().transform((text) => text.split("|")),
  stdout: z.string().optional(),
  "stdout-has": z.string().optional(),
  stderr: z.string().optional(),
  reason: z.string().optional(),
  error: z
    .string()
    .transform((text) => text.split("|"))
    .optional(),
  "exit-code": z.coerce.number().optional(),
  note: z.string().optional(),
  "no-note": z.string().optional(),
  /** What a step must have bound, as `name = value`; of whole numbers. */
  recorded: z.string().optional(),
  tier: z.enum(["full"]).optional(),
  limits: z
    .string()
    .default("{}")
    .transform((text) => limitsSchema.partial().parse(JSON.parse(text))),
});

function readProgram(name: string) {
  const source = readFileSync(path.join(FOLDER, name), "utf8");
  const lines = [...source.matchAll(/^# ([a-z-]+):(?: (.*))?$/gm)].map(([, key = "", value = ""]) => [
    key,
    value.replaceAll("\\n", "\n"),
  ]);
  return { source, head: headSchema.parse(Object.fromEntries(lines)) };
}

/** All whole numbers that variables were bound to, as `name = value`. */
function boundNumbers({ header, stream }: RecordingResult): string[] {
  const changes = decodeRecording({ header, stream }).steps.flatMap((step) => step.changes);
  return changes.flatMap(({ name, value }) => (value?.kind === "int" ? [`${name} = ${value.text}`] : []));
}

type Corpus = {
  /** The jail; the strongest one when left out. */
  readonly tier?: PoolOptions["tier"];
  /** Which programs, by how their names begin. */
  readonly kinds: RegExp;
};

/** Runs programs in one jail and then looks whether the host is as before. Call it once in a test file of its own. */
export function describeHostileCorpus({ tier, kinds }: Corpus): void {
  let pool: RunnerPool;
  let pipesBefore: number;
  const bystander = spawn("sleep", ["600"], { stdio: "ignore" });

  beforeAll(async () => {
    pipesBefore = countOwnPipes();
    pool = await createPool({ workers: 3, tier });
  }, 60_000);

  afterAll(async () => {
    await pool.close();
    bystander.kill();
  });

  test("the corpus is as large as promised", () => expect(names.length).toBeGreaterThanOrEqual(45));

  describe.each(names.filter((name) => kinds.test(name)))("%s", (name) => {
    const { source, head } = readProgram(name);
    const run = () => {
      const limits = { ...defaultLimits, ...head.limits };
      return pool.record({ source, entry: { kind: "script", stdin: "" }, limits, priority: "interactive" });
    };

    test(`ends as ${head.status.join(" or ")}`, { timeout: 90_000 }, async (context) => {
      const { tier } = pool.health();
      if (head.tier !== undefined && head.tier !== tier) context.skip(`needs jail tier ${head.tier}, this machine has ${tier}`);
      const result = await run();
      const { end } = result;
      expect(head.status, `${end.status}: ${end.reason}\n${end.stdout.slice(0, 500)}\n${end.stderr.slice(-1500)}`).toContain(
        end.status,
      );
      if (head.stdout !== undefined) expect(end.stdout).toBe(head.stdout);
      if (head["stdout-has"] !== undefined) expect(end.stdout).toContain(head["stdout-has"]);
      if (head.stderr !== undefined) expect(end.stderr).toBe(head.stderr);
      if (head.reason !== undefined) expect(end.reason).toContain(head.reason);
      if (head.error !== undefined) expect(head.error).toContain(end.error?.type);
      if (head["exit-code"] !== undefined) expect(end.exitCode).toBe(head["exit-code"]);
      if (head.note !== undefined) expect(end.captureNotes.join("\n")).toContain(head.note);
      if (head["no-note"] !== undefined) expect(end.captureNotes.join("\n")).not.toContain(head["no-note"]);
      if (head.recorded !== undefined) expect(boundNumbers(result)).toContain(head.recorded);
    });
  });

  describe("after the whole corpus", () => {
    test("no run sees what another one left", { timeout: 30_000 }, async () => {
      for (const name of ["leave_traces_for_next.py", "leave_traces_read.py"]) {
        const { source } = readProgram(name);
        const run = {
          source,
          entry: { kind: "script" as const, stdin: "" },
          limits: defaultLimits,
          priority: "interactive" as const,
        };
        const ends = await Promise.all([1, 2, 3].map(async () => (await pool.record(run)).end));
        for (const end of ends) expect(end.status).toBe("completed");
        if (name.endsWith("read.py")) expect(ends.map((end) => end.stdout)).toEqual(["clean\n", "clean\n", "clean\n"]);
      }
    });

    test("a process of the same machine was left alone", () => {
      expect(bystander.exitCode).toBeNull();
      expect(bystander.signalCode).toBeNull();
    });

    test("the host is as before: no process and no descriptor is left", { timeout: 30_000 }, async () => {
      await pool.close();
      expect(listInterpreterProcesses()).toEqual([]);
      expect(countOwnPipes()).toBeLessThanOrEqual(pipesBefore);
    });
  });
}
