import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { jsonLines, readText } from "@/testing/read-import";

const row = {
  question_title: "Add",
  question_content: "Add the numbers.",
  platform: "atcoder",
  question_id: "abc1_a",
  contest_id: "abc1",
  contest_date: "2024-08-03T00:00:00",
  starter_code: "",
  difficulty: "easy",
  public_test_cases: JSON.stringify([{ input: "1 2\n", output: "3\n", testtype: "stdin" }]),
  private_test_cases: packed([{ input: "5 6\n", output: "11\n", testtype: "stdin" }]),
  metadata: "{}",
};

/** As LiveCodeBench packs them: base64(zlib(pickle(JSON))), protocol 4. */
function packed(tests: unknown, pickle: (text: Buffer) => Buffer = pickleText): string {
  return zlib.deflateSync(pickle(Buffer.from(JSON.stringify(tests)))).toString("base64");
}

function pickleText(text: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const frame = Buffer.alloc(8);
  frame.writeBigUInt64LE(BigInt(text.length + 7));
  return Buffer.concat([Buffer.from([0x80, 4, 0x95]), frame, Buffer.from([0x58]), length, text, Buffer.from([0x94, 0x2e])]);
}

async function problemOf(given: object) {
  const { rows, report } = await readText("test.jsonl", jsonLines({ ...row, ...given }));
  const [first] = rows;
  return { report, problem: first?.type === "problem" ? first.problem : null };
}

describe("LiveCodeBench problems", () => {
  test("programs read standard input; public tests are visible, private ones hidden", async () => {
    const { problem } = await problemOf({});
    expect(problem).toMatchObject({
      taskId: "abc1_a",
      callStyle: "program",
      entryPoint: null,
      difficulty: "easy",
      timeLimitMs: 6_000,
      tags: ["atcoder"],
    });
    expect(problem?.tests).toEqual([
      { kind: "stdin", id: "base:0", suite: "base", visible: true, input: "1 2\n", output: "3\n" },
      { kind: "stdin", id: "base:1", suite: "base", visible: false, input: "5 6\n", output: "11\n" },
    ]);
    expect(problem?.comparison).toMatchObject({ tupleIsList: true, stdout: "stripped-lines" });
    expect(problem?.preamble).toContain("from typing import *");
  });

  test("calls of a method have one argument per line, with their JSON types", async () => {
    const { problem } = await problemOf({
      starter_code: "class Solution:\n    def add(self, a: List[int], b: float) -> bool:\n",
      public_test_cases: JSON.stringify([{ input: '[1, 2]\n3.0\n"x\\ny"', output: "true", testtype: "functional" }]),
      private_test_cases: packed([{ input: "[]\n100000000000000000000\nnull", output: "[[1, null]]", testtype: "functional" }]),
      metadata: '{"func_name": "add"}',
    });
    expect(problem).toMatchObject({ callStyle: "method", entryPoint: "add" });
    expect(problem?.tests).toMatchObject([
      { kind: "call", arguments: '[1, 2], 3.0, "x\\ny"', expected: "True", visible: true },
      { kind: "call", arguments: "[], 100000000000000000000, None", expected: "[[1, None]]", visible: false },
    ]);
  });

  test("private tests as plain JSON, or already as a list, are read as well", async () => {
    const plain = [{ input: "5 6\n", output: "11\n", testtype: "stdin" }];
    for (const tests of [JSON.stringify(plain), plain]) {
      expect((await problemOf({ private_test_cases: tests })).problem?.tests).toHaveLength(2);
    }
  });

  test.each([
    [
      "a pickle that calls a function",
      packed([], () => Buffer.from("cposix\nsystem\n(S'touch /tmp/owned'\ntR.")),
      /opcode 0x63; only a single text is accepted/,
    ],
    ["not packed data", "AAAA", /cannot be read/],
    ["a test of another kind", JSON.stringify([{ input: "", output: "", testtype: "interactive" }]), /"0.testtype"/],
    [
      "a call without a function's name",
      JSON.stringify([{ input: "1", output: "1", testtype: "functional" }]),
      /the metadata names none/,
    ],
    ["JSON that is cut", '[{"input": "1"', /cannot be read/],
  ])("%s is rejected with its reason", async (_, tests, reason) => {
    const { report } = await problemOf({ private_test_cases: tests });
    expect(report).toMatchObject({ rowsKept: 0, rowsRejected: 1 });
    expect(report.rejections[0]?.reason).toMatch(reason);
  });

  test("a problem without tests is rejected", async () => {
    const { report } = await problemOf({ public_test_cases: "[]", private_test_cases: "[]" });
    expect(report.rejections[0]?.reason).toBe("it has no tests");
  });
});
