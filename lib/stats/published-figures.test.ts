import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { estimatePassAtK } from "@/lib/stats/estimate-pass-at-k";

const FOLDER = join(process.cwd(), "../shared/data/cruxeval_models");
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".json.gz")) : [];

const scoredSchema = z.object({
  raw_scored_generations: z.record(z.string(), z.array(z.boolean())),
  pass_at_1: z.number(),
  pass_at_5: z.number(),
});

function readScored(name: string) {
  const scored = scoredSchema.parse(JSON.parse(gunzipSync(readFileSync(join(FOLDER, name))).toString("utf8")));
  const problems = Object.values(scored.raw_scored_generations).map((flags) => ({
    samples: flags.length,
    correct: flags.filter(Boolean).length,
  }));
  return { ...scored, problems };
}

function publishedRows() {
  const lines = readFileSync(join(FOLDER, "published.csv"), "utf8").trim().split("\n").slice(1);
  return lines.map((line) => line.trim().split(","));
}

// The folder is no part of the project; without it there is nothing to compare with.
describe.skipIf(files.length === 0)(`CRUXEval's published figures (read from ${FOLDER}, skipped where it is absent)`, () => {
  it.each(files)("%s: pass@1 and pass@5 as its authors computed them", (name) => {
    const { problems, pass_at_1: one, pass_at_5: five } = readScored(name);
    expect(problems).toHaveLength(800);
    expect((estimatePassAtK({ problems, k: 1 })?.mean ?? 0) * 100).toBeCloseTo(one, 9);
    expect((estimatePassAtK({ problems, k: 5 })?.mean ?? 0) * 100).toBeCloseTo(five, 9);
    expect(estimatePassAtK({ problems, k: 11 })).toBeNull();
  });

  it("agree with the printed table to its one decimal", () => {
    let compared = 0;
    for (const [model = "", ...printed] of publishedRows()) {
      for (const [column, value] of printed.entries()) {
        const k = column % 2 === 0 ? 1 : 5;
        const name = `${model}_temp${k === 1 ? "0.2" : "0.8"}_${column < 2 ? "input" : "output"}.json.gz`;
        const estimate = estimatePassAtK({ problems: readScored(name).problems, k });
        expect(Math.abs((estimate?.mean ?? 0) * 100 - Number(value))).toBeLessThan(0.05 + 1e-9);
        compared += 1;
      }
    }
    expect(compared).toBe(32);
  });
});
