import { expect, test } from "vitest";
import { importCounts, importHeading } from "./describe-import";
import type { ImportReport } from "./report-schema";

const nothing: ImportReport = {
  experimentId: null,
  name: null,
  isNew: false,
  arms: 0,
  problems: 0,
  samples: 0,
  benchmarks: [],
  files: [],
};

function benchmark(isNew: boolean): ImportReport["benchmarks"][number] {
  const kinds = ["synthesis" as const];
  return { id: "b", slug: "b", title: "B", version: "1", isNew, problems: 1, kinds, path: "b.jsonl", duplicates: [] };
}

test.each([
  ["Nothing was imported", nothing],
  ["Imported", { ...nothing, experimentId: "i1", isNew: true }],
  ["Imported", { ...nothing, benchmarks: [benchmark(true)] }],
  ["These files were imported before; nothing was done", { ...nothing, experimentId: "i1" }],
  ["These files were imported before; nothing was done", { ...nothing, benchmarks: [benchmark(false)] }],
])("says %j", (heading, report) => {
  expect(importHeading(report)).toBe(heading);
});

test("one is not several", () => {
  expect(importCounts({ arms: 1, problems: 1, samples: 1 })).toEqual(["1 arm", "1 problem", "1 sample"]);
  expect(importCounts({ arms: 2, problems: 164, samples: 32_800 })).toEqual(["2 arms", "164 problems", "32,800 samples"]);
});
