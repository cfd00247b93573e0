import { describe, expect, test } from "vitest";
import { defaultInputLimits } from "@/lib/formats/input/limits";
import { jsonLines, readText } from "@/testing/read-import";
import { writeZip } from "@/testing/write-zip";

const samples = jsonLines(
  { task_id: "HumanEval/0", completion: "    return 1\n" },
  { task_id: "HumanEval/1", completion: "    return 2\n" },
);

describe("ZIP archives", () => {
  test.each(["stored", "deflate", "zstandard"] as const)("reads entries that are %s", async (method) => {
    const { report, rows } = await readText("runs.zip", writeZip([{ path: "a/samples.jsonl", content: samples, method }]));
    expect(report).toMatchObject({
      path: "runs.zip/a/samples.jsonl",
      status: "imported",
      format: "humaneval-samples",
      rowsKept: 2,
    });
    expect(rows.filter((row) => row.type === "sample")).toHaveLength(2);
  });

  test("reads large entries in pieces", async () => {
    const many = jsonLines(
      ...Array.from({ length: 60_000 }, (_, index) => ({
        task_id: `T/${index}`,
        completion: `return ${index} * ${"x".repeat(index % 90)}`,
      })),
    );
    expect(many.length).toBeGreaterThan(5_000_000);
    for (const method of ["deflate", "zstandard"] as const) {
      const { report } = await readText("runs.zip", writeZip([{ path: "samples.jsonl", content: many, method }]));
      expect(report).toMatchObject({ status: "imported", rowsKept: 60_000 });
    }
  });

  test("each file is reported by itself: what is unknown is refused by name, the rest is imported", async () => {
    const archive = writeZip([
      { path: "README.md", content: "# runs" },
      { path: "one.jsonl", content: samples },
      { path: "link", content: "/etc/passwd", mode: 0o120777 },
      { path: "secret.jsonl", content: samples, flags: 0x0801 },
      { path: "inner.zip", content: writeZip([{ path: "x.jsonl", content: samples }]) },
    ]);
    const { reports } = await readText("runs.zip", archive);
    const byPath = Object.fromEntries(reports.map((report) => [report.path, `${report.status}: ${report.reason}`]));
    expect(byPath).toEqual({
      "runs.zip/link": "refused: runs.zip/link: it is a symbolic link",
      "runs.zip/secret.jsonl": "refused: runs.zip/secret.jsonl: it is encrypted",
      "runs.zip/README.md": "refused: runs.zip/README.md: it is not JSON, and no known format is plain text",
      "runs.zip/one.jsonl": "imported: null",
      "runs.zip/inner.zip": "refused: runs.zip/inner.zip: it is not a text file",
    });
  });

  test.each(["../../etc/cron.d/evil.jsonl", "/etc/passwd", "a/../../b.jsonl", "C:/evil.jsonl"])(
    "refuses an archive with the path %s",
    async (path) => {
      const { reports } = await readText(
        "evil.zip",
        writeZip([
          { path: "fine.jsonl", content: samples },
          { path, content: samples },
        ]),
      );
      expect(reports).toHaveLength(1);
      expect(reports[0]).toMatchObject({ path: "evil.zip", status: "refused", rowsRead: 0 });
      expect(reports[0]?.reason).toMatch(/^evil\.zip: it holds an unsafe path/);
    },
  );

  test("stops a bomb that lies about its size, at the size that it claims", async () => {
    const bomb = `{"task_id": "${"0".repeat(3_000_000)}"}`;
    const { report } = await readText("bomb.zip", writeZip([{ path: "b.jsonl", content: bomb, claimedSize: 10 }]));
    expect(report.status).toBe("refused");
    expect(report.reason).toMatch(/damaged|unpacks to more than 10 bytes/);
  });

  test("stops a bomb whose directory says so before anything is unpacked", async () => {
    const limits = { ...defaultInputLimits, archiveBytes: 1_000_000 };
    const entries = Array.from({ length: 11 }, (_, index) => ({ path: `${index}.jsonl`, content: "0".repeat(100_000) }));
    const { reports } = await readText("bomb.zip", writeZip(entries), { limits });
    expect(reports.map((report) => report.reason)).toEqual(["bomb.zip: its entries unpack to more than 1000000 bytes"]);
  });

  test("refuses too many entries", async () => {
    const entries = Array.from({ length: 5 }, (_, index) => ({ path: `${index}.jsonl`, content: samples }));
    const { report } = await readText("many.zip", writeZip(entries), { limits: { ...defaultInputLimits, archiveEntries: 4 } });
    expect(report.reason).toBe("many.zip: it has more than 4 entries");
  });

  test("notices damage inside an entry by its checksum and keeps what other entries hold", async () => {
    const archive = Buffer.from(
      writeZip([
        { path: "a.jsonl", content: samples, method: "stored" },
        { path: "b.jsonl", content: samples },
      ]),
    );
    archive[archive.indexOf("return 1") + 7] = "9".charCodeAt(0);
    const { reports } = await readText("runs.zip", archive);
    expect(reports.map(({ path, status }) => `${path} ${status}`)).toEqual([
      "runs.zip/a.jsonl cut-short",
      "runs.zip/b.jsonl imported",
    ]);
    expect(reports[0]?.reason).toContain("checksum");
  });

  test("refuses an archive that is cut off", async () => {
    const archive = writeZip([{ path: "a.jsonl", content: samples }]);
    const { report } = await readText("cut.zip", archive.subarray(0, archive.length - 30));
    expect(report).toMatchObject({ path: "cut.zip", status: "refused" });
    expect(report.reason).toMatch(/ZIP directory is damaged/);
  });

  test("says that an archive is empty", async () => {
    const { report } = await readText("empty.zip", writeZip([]));
    expect(report.reason).toBe("empty.zip: the archive holds no files");
  });
});
