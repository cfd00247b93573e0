import { createHash } from "node:crypto";
import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { importFiles } from "@/lib/formats/import-files";
import { defaultInputLimits } from "@/lib/formats/input/limits";
import { memorySource } from "@/lib/formats/input/memory-source";
import { fileReportSchema, importedRowSchema } from "@/lib/imports/schema";
import { jsonLines, readImport, readText } from "@/testing/read-import";

const good = { task_id: "HumanEval/0", completion: "    return 1\n" };

describe("importing one file", () => {
  test("a bad row never loses the good ones, and is named by line with its reason", async () => {
    const text = [
      JSON.stringify(good),
      '{"task_id": "HumanEval/1", "completion": "unfinished',
      "",
      JSON.stringify({ task_id: 7.5, completion: "x" }),
      JSON.stringify({ task_id: "HumanEval/1" }),
      "null",
      "[1, 2]",
      JSON.stringify({ ...good, passed: true, result: "failed: no" }),
      JSON.stringify(good),
    ].join("\n");
    const { rows, report } = await readText("samples.jsonl", text);
    expect(report).toMatchObject({ status: "imported", format: "humaneval-samples", rowsRead: 8, rowsKept: 2, rowsRejected: 6 });
    expect(report.rejections.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7, 8]);
    expect(report.rejections.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^it is not valid JSON/),
      expect.stringMatching(/^"task_id": /),
      expect.stringMatching(/^"completion": /),
      expect.stringMatching(/^the row: /),
      expect.stringMatching(/^the row: /),
      '"passed" is true, but "result" is "failed: no"',
    ]);
    expect(rows.flatMap((row) => (row.type === "sample" ? [[row.sample.line, row.sample.chain]] : []))).toEqual([
      [1, 0],
      [9, 1],
    ]);
  });

  test("reports the bytes, hash, format and importer version of the file as it was brought", async () => {
    const packed = zlib.gzipSync(jsonLines(good));
    const { report } = await readText("samples.jsonl.gz", packed);
    expect(report.sha256).toBe(createHash("sha256").update(packed).digest("hex"));
    expect(report).toMatchObject({
      path: "samples.jsonl.gz",
      bytes: packed.length,
      importerVersion: "1",
      yielded: { arm: 1, sample: 1 },
      tasks: 1,
    });
    expect(fileReportSchema.parse(report)).toEqual(report);
  });

  test.each([
    ["byte order mark and Windows line ends", `\uFEFF${jsonLines(good, good).replaceAll("\n", "\r\n")}`],
    ["no line end after the last row", jsonLines(good, good).trimEnd()],
    ["one array over the whole file", JSON.stringify([good, good])],
    ["one array over many lines", JSON.stringify([good, good], null, 2)],
    ["values that span lines", `${JSON.stringify(good, null, 2)}\n${JSON.stringify(good, null, 2)}\n`],
    ["a line of a log before them", `[INFO] started\n${jsonLines(good, good)}`],
    ["blank lines between", `\n\n${jsonLines(good)}\n \t \n${jsonLines(good)}\n`],
  ])("reads rows with %s", async (_, text) => {
    const { report } = await readText("samples.json", text);
    expect(report).toMatchObject({ status: "imported", rowsKept: 2, rowsRejected: text.startsWith("[INFO]") ? 1 : 0 });
  });

  test.each(["gzip", "zstandard"])("unpacks %s by its content, whatever the name says", async (packing) => {
    const text = jsonLines(good);
    const { report } = await readText("data.bin", packing === "gzip" ? zlib.gzipSync(text) : zlib.zstdCompressSync(text));
    expect(report).toMatchObject({ status: "imported", rowsKept: 1 });
  });

  test("keeps the rows before the place where a packed file is cut off", async () => {
    const text = jsonLines(
      ...Array.from({ length: 20_000 }, (_, index) => ({
        ...good,
        task_id: `HumanEval/${index}`,
        completion: `${index * 7919}`,
      })),
    );
    const packed = zlib.gzipSync(text);
    const { report } = await readText("samples.jsonl.gz", packed.subarray(0, packed.length / 2));
    expect(report.status).toBe("cut-short");
    expect(report.rowsKept).toBeGreaterThan(1_000);
    expect(report.rowsKept).toBeLessThan(19_000);
    expect(report.reason).toMatch(/^samples\.jsonl\.gz: its compressed data is damaged/);
  });

  test.each([
    ["empty.jsonl", "", "it is empty"],
    ["blank.jsonl", "\n \n", "it is empty"],
    ["notes.txt", "# Results\nGood.\n", "it is not JSON, and no known format is plain text"],
    ["other.jsonl", '{"speed": 3, "name": "x"}\n', "no known format has rows with the fields speed, name"],
    ["numbers.json", "[1, 2, 3]", "no known format has rows of this kind"],
    ["wide.jsonl", Buffer.from("\uFEFF{}", "utf16le"), "it is UTF-16 text; save it as UTF-8"],
    ["picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "it is not a text file"],
  ])("refuses %s by name", async (path, content, reason) => {
    const { rows, report } = await readText(path, content);
    expect(rows).toEqual([]);
    expect(report).toMatchObject({ path, status: "refused", reason: `${path}: ${reason}`, format: null });
  });

  test("a file of which no row fits is refused, with the first reason", async () => {
    const { report } = await readText("samples.jsonl", jsonLines({ task_id: null, completion: 2 }));
    expect(report.status).toBe("refused");
    expect(report.reason).toMatch(
      /^samples\.jsonl: none of its rows is of the format HumanEval samples and results; the first one: "task_id"/,
    );
  });

  test("stops a gzip bomb", async () => {
    const limits = { ...defaultInputLimits, ratioFloorBytes: 1_000_000 };
    const bomb = zlib.gzipSync(`${jsonLines(good)}${" ".repeat(20_000_000)}`);
    expect(bomb.length).toBeLessThan(30_000);
    const { report } = await readText("bomb.jsonl.gz", bomb, { limits });
    expect(report.reason).toMatch(/more than 400 times its size, as a compression bomb does$/);
    const small = await readText("bomb.jsonl.gz", bomb, { limits: { ...defaultInputLimits, unpackedBytes: 500_000 } });
    expect(small.report.reason).toMatch(/unpacks to more than 500000 bytes$/);
  });

  test("stops at a row that is larger than memory should hold, and keeps those before", async () => {
    const text = jsonLines(good, { ...good, completion: "x".repeat(3_000_000) });
    const chunked = {
      path: "samples.jsonl",
      size: text.length,
      read: (start: number, end: number) => pieces(text.slice(start, end)),
    };
    const { report } = await readImport([chunked], { limits: { ...defaultInputLimits, rowBytes: 1_000_000 } });
    expect(report).toMatchObject({
      status: "cut-short",
      rowsKept: 1,
      reason: "samples.jsonl: line 2 is longer than 1000000 bytes",
    });
  });

  test("an unknown format word is an error of the caller", async () => {
    await expect(importFiles([memorySource("x", "")], { as: "nonsense" }).next()).rejects.toThrow(
      /there is no format "nonsense"; known are humaneval, /,
    );
  });

  test("a row that is nested beyond reason is rejected, and the next one kept", async () => {
    const deep = `{"task_id": "\\u0000", "completion": ${"[".repeat(300_000)}${"]".repeat(300_000)}}`;
    const { report } = await readText("samples.jsonl", `${jsonLines(good)}${deep}\n${jsonLines(good)}`);
    expect(report).toMatchObject({ status: "imported", rowsKept: 2, rowsRejected: 1 });
    expect(report.rejections[0]).toMatchObject({ line: 2, reason: expect.stringMatching(/nested too deeply|not valid JSON/) });
  });

  test("task ids that are numbers are kept as their digits", async () => {
    const { rows } = await readText("mbpp_samples.jsonl", jsonLines({ task_id: 11, completion: "def f(): pass" }));
    expect(rows[1]).toMatchObject({ sample: { taskId: "11" } });
  });

  test("what it yields fits its schema", async () => {
    const { rows } = await readText("samples.jsonl", jsonLines({ ...good, passed: false, result: "timed out" }));
    for (const row of rows) expect(importedRowSchema.parse(row)).toEqual(row);
    expect(rows[1]).toMatchObject({
      type: "sample",
      sample: { verdict: "timeout", suites: { base: "timeout" }, detail: "timed out" },
    });
  });
});

describe("importing several files", () => {
  test("each has its own report, in order", async () => {
    const { reports } = await readImport([
      memorySource("a.jsonl", jsonLines(good)),
      memorySource("b.txt", "?"),
      memorySource("c.jsonl", jsonLines(good)),
    ]);
    expect(reports.map(({ path, status }) => `${path} ${status}`)).toEqual([
      "a.jsonl imported",
      "b.txt refused",
      "c.jsonl imported",
    ]);
  });
  test("files of one folder format are read as one; strangers in the folder are counted, files elsewhere have their own report", async () => {
    const { reports } = await readImport([
      memorySource("runs/HumanEval_0/0.py", "def f(): pass"),
      memorySource("runs/HumanEval_0/1.py", "def f(): return 1"),
      memorySource("runs/HumanEval_1/0.py", "def g(): pass"),
      memorySource("runs/notes.md", "# notes"),
      memorySource("other/samples.jsonl", jsonLines(good)),
    ]);
    expect(reports).toMatchObject([
      { path: "runs", format: "evalplus-folder", rowsKept: 3, tasks: 2, notices: [{ code: "files-left-out" }] },
      { path: "other/samples.jsonl", format: "humaneval-samples", rowsKept: 1, notices: [] },
    ]);
  });
  test("characters that the database cannot keep are replaced and reported, and the row stays", async () => {
    const text =
      '{"task_id": "HumanEval/0", "completion": "a\\u0000b\\ud800c\\ud83d\\ude00"}\n{"task_id": "HumanEval/1", "completion": "\\\\u0000"}\n';
    const { rows, report } = await readText("samples.jsonl", text);
    expect(rows.flatMap((row) => (row.type === "sample" ? [row.sample.text] : []))).toEqual([
      "a\uFFFDb\uFFFDc\u{1F600}",
      "\\u0000",
    ]);
    expect(report.notices.map(({ code, line }) => [code, line])).toEqual([["replaced-characters", 1]]);
  });
  test("the same files give the same hash and the same rows", async () => {
    const once = await readText("a.jsonl", jsonLines(good));
    const again = await readText("a.jsonl", jsonLines(good));
    expect(again).toEqual(once);
  });
});

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += 65_536) yield Buffer.from(text.slice(at, at + 65_536));
}
