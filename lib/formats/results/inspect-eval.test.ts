import { describe, expect, test } from "vitest";
import type { ImportedRow } from "@/lib/imports/schema";
import { readText } from "@/testing/read-import";
import { writeZip } from "@/testing/write-zip";

function samples(rows: readonly ImportedRow[]) {
  return rows.flatMap((row) => (row.type === "sample" ? [row.sample] : []));
}

describe("Inspect logs", () => {
  const header = {
    version: 2,
    status: "success",
    eval: { task: "t", model: "openai/gpt", dataset: { name: "d" }, config: { epochs: 2 } },
    plan: { config: { temperature: 0.3 } },
  };
  const sample = {
    id: "q1",
    epoch: 1,
    output: { completion: "it is C", usage: { input_tokens: 5, output_tokens: 3 } },
    scores: { match: { value: "C", answer: "C", explanation: "same" } },
  };

  test.each(["deflate", "zstandard", "stored"] as const)("samples of a log with %s entries", async (method) => {
    const log = writeZip([
      { path: "_journal/start.json", content: JSON.stringify(header), method },
      {
        path: "samples/q1_epoch_2.json",
        content: JSON.stringify({ ...sample, epoch: 2, scores: { match: { value: "I" } } }),
        method,
      },
      { path: "samples/q1_epoch_1.json", content: JSON.stringify(sample), method },
      {
        path: "samples/q2_epoch_1.json",
        content: JSON.stringify({ ...sample, id: 2, error: { message: "Connection reset" } }),
        method,
      },
      {
        path: "samples/q3_epoch_1.json",
        content: JSON.stringify({ ...sample, id: "q3", scores: { a: { value: { x: 0.5, y: 1 } }, b: { value: NaN } } }),
        method,
      },
      { path: "samples/bad_epoch_1.json", content: "{", method },
      { path: "summaries.json", content: "[]", method },
      { path: "header.json", content: JSON.stringify(header), method },
    ]);
    const { rows, report } = await readText("log.eval", log);
    expect(samples(rows).map(({ taskId, chain, verdict, text, scores }) => [taskId, chain, verdict, text, scores])).toEqual([
      ["q1", 0, "passed", "C", { match: 1 }],
      ["q1", 1, "failed", "it is C", { match: 0 }],
      ["2", 0, "infrastructure", "C", { match: 1 }],
      ["q3", 0, null, "it is C", { "a.x": 0.5, "a.y": 1 }],
    ]);
    expect(rows[0]).toMatchObject({ arm: { model: "openai/gpt", benchmark: "d", n: 2, temperature: 0.3 } });
    expect(report).toMatchObject({ format: "inspect-eval", rowsRejected: 1 });
    expect(report.rejections[0]?.reason).toMatch(/^samples\/bad_epoch_1\.json: it is not valid JSON/);
  });

  test("a run that was cut off says so", async () => {
    const log = writeZip([
      { path: "_journal/start.json", content: JSON.stringify({ ...header, status: undefined }) },
      { path: "samples/q1_epoch_1.json", content: JSON.stringify(sample) },
    ]);
    const { report } = await readText("log.eval", log);
    expect(report.notices).toMatchObject([{ code: "unfinished", message: 'the run ended with status "started"' }]);
  });

  test("a header that is something else refuses the log", async () => {
    const { report } = await readText(
      "log.eval",
      writeZip([
        { path: "header.json", content: '{"eval": {}}' },
        { path: "samples/1_epoch_1.json", content: "{}" },
      ]),
    );
    expect(report).toMatchObject({ status: "refused" });
    expect(report.reason).toMatch(/^log\.eval: header\.json: "eval\.task"/);
  });
});
