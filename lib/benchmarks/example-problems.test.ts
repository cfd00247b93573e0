import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readText } from "@/testing/read-import";
import { exampleProblems } from "./example-problems";

test("the example of one's own problems is imported as it stands, with every kind", async () => {
  const { rows, report } = await readText("own.jsonl", exampleProblems);
  expect(report).toMatchObject({ format: "problems", rowsRead: 5, rowsKept: 5, rowsRejected: 0 });
  const kinds = rows.flatMap((row) => (row.type === "problem" ? [row.problem.kind] : []));
  expect(new Set(kinds)).toEqual(new Set(["synthesis", "repair", "output-prediction", "input-prediction"]));
});

test("the documentation shows the same example", () => {
  expect(readFileSync("docs/benchmarks.md", "utf8")).toContain(exampleProblems);
});
