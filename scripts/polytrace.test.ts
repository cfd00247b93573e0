import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "polytrace-command-"));
  await writeFile(path.join(folder, "f.py"), "def f(n):\n    m = n + 1\n    return m\n");
});
afterAll(() => rm(folder, { recursive: true }));

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function polytrace(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const command = ["--import", "tsx", "scripts/polytrace.ts", ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

test("one adapter prints its text alone", async () => {
  const { code, stdout } = await polytrace(["trace", path.join(folder, "f.py"), "--call", "f(1)", "--adapter", "next"]);
  expect(stdout).toBe("def f(n):  # (0) n=1;\n    m = n + 1  # (1) m=2;\n    return m  # (2) __return__=2\n");
  expect(code).toBe(0);
});

test("--json says how the run went, and a program that raises is no failure of the command", async () => {
  const { code, stdout, stderr } = await polytrace([
    "trace",
    path.join(folder, "f.py"),
    "--call",
    "f('')",
    "--adapters",
    "next,concise",
    "--json",
  ]);
  const printed = JSON.parse(stdout);
  expect(printed).toMatchObject({ status: "raised", error: { type: "TypeError", line: 2 } });
  expect(Object.keys(printed.renderings)).toEqual(["next", "concise"]);
  expect(printed.renderings.next.tokens).toBeGreaterThan(0);
  expect(stderr).toContain("TypeError was raised on line 2");
  expect(code).toBe(0);
});

describe("wrong use ends with 2 and a sentence", () => {
  test.each([
    [["trace"], "Give a program"],
    [["trace", "package.json", "--adapter", "nexxt"], 'no adapter "nexxt"'],
    [["trace", "--nonsense"], "unknown option"],
    [["nonsense"], "unknown command"],
  ])("%j", async (args, sentence) => {
    const { code, stdout, stderr } = await polytrace(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain("    at ");
  });
});

test("where programs cannot be jailed it ends with 3 and says why", async () => {
  const { code, stderr } = await polytrace(["trace", path.join(folder, "f.py"), "--call", "f(1)"], {
    POLYTRACE_PYTHON: "/nonexistent/python",
  });
  expect(code).toBe(3);
  expect(stderr).toContain("/nonexistent/python");
});
