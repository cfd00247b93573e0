import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { facts } from "@/bench/judge-facts";
import { createRunnerPool } from "@/lib/recordings/create-runner-pool";
import type { RunnerPool } from "@/lib/runner/runner-pool";
import { hasSharedData, sharedData, withoutSharedData } from "@/testing/shared-data";
import { judgeFiles } from "./judge-files";
import { parseJudgeOptions } from "./judge-options";
import { isBuiltInSource } from "./judge-sources";

let pool: RunnerPool;
beforeAll(async () => {
  pool = await createRunnerPool({ workers: 3, queueLimit: 64 });
}, 60_000);
afterAll(() => pool.close());

function optionsOf(words: readonly string[]): Record<string, string> {
  const pairs = words.flatMap((word, index) => (word.startsWith("--") ? [[word.slice(2), words[index + 1] ?? ""] as const] : []));
  const isPath = (name: string, value: string) => ["benchmark", "samples"].includes(name) && !isBuiltInSource(value);
  return Object.fromEntries(pairs.map(([name, value]) => [name, isPath(name, value) ? sharedData(value) : value]));
}

const fast = facts.filter(({ isFast }) => isFast);

describe.skipIf(!hasSharedData)(
  `published facts that are found again quickly (${hasSharedData ? "the others: bench/facts.ts" : withoutSharedData})`,
  { timeout: 300_000 },
  () => {
    test.each(fast)("$name", async ({ options, samples, passed, agreement }) => {
      const machine = { pool, workers: 2, signal: new AbortController().signal, errors: { write: () => true } };
      const { report } = await judgeFiles(parseJudgeOptions({ k: "1", tests: "scored", ...optionsOf(options) }), machine);
      expect([report.samples, Reflect.get(report.verdicts, "passed")]).toEqual([samples, passed]);
      expect(report.infrastructure.count).toBe(0);
      if (agreement !== undefined) expect(report.agreement).toMatchObject(agreement);
    });
  },
);
