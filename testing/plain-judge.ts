import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type JudgeProgram, testOutcomeSchema } from "@/lib/judge/schema";

const script = `
import json, sys, io, contextlib
def call(job, test, scope):
    value = eval(job["entryPoint"] + "(" + test["arguments"] + ")", scope)
    return repr(value), value == eval(test["expected"])
def run(job, test, scope):
    if test["kind"] == "call":
        return call(job, test, scope)
    exec(test["code"], scope)
    return None, True
def judge(job, test):
    shown = job["entryPoint"] + "(" + test["arguments"] + ")" if test["kind"] == "call" else test["code"]
    row = {"index": test["index"], "visible": test["visible"], "input": shown, "expected": test.get("expected"), "actual": None, "message": None}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            scope = {}
            exec(job["program"], scope)
            row["actual"], row["passed"] = run(job, test, scope)
        row["outcome"] = "passed" if row["passed"] else "wrong"
    except Exception as error:
        row["passed"], row["outcome"], row["message"] = False, "raised", type(error).__name__ + ": " + str(error)
    return row
for line in sys.stdin:
    job = json.loads(line)
    print(json.dumps([judge(job, test) for test in job["tests"]]), flush=True)
`;

type Interpreter = { readonly process: ChildProcess; readonly waiting: ((line: string) => void)[] };
let started: Interpreter | null = null;

function startPython(): Interpreter {
  const child = spawn("python3", ["-I", "-c", script], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting: Interpreter["waiting"] = [];
  createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()?.(line));
  // Ends with the tests, whose process does not wait for it.
  child.unref();
  return { process: child, waiting };
}

function runPython(input: string): Promise<string> {
  started ??= startPython();
  const { process: child, waiting } = started;
  return new Promise((resolve) => {
    waiting.push(resolve);
    child.stdin?.write(`${input}\n`);
  });
}

/** Judges call and assert tests by one plain interpreter without a jail or time limits: only for programs that tests wrote. */
export const plainJudge: JudgeProgram = async ({ problem, program, tests }) => {
  const base = { elapsedMs: 0, harnessVersion: "plain-1", tier: "none" as const };
  if (program === null) return { ...base, verdict: "no_code", tests: [] };
  const isPrediction = problem.kind === "output-prediction" || problem.kind === "input-prediction";
  const wanted = problem.tests
    .map((test, index) => ({ ...test, index }))
    .filter(({ visible }) => tests === "all" || visible === (tests === "visible"))
    .filter(({ visible }) => !isPrediction || !visible);
  const asked = wanted.map((test) => {
    if (!isPrediction || test.kind !== "call") return test;
    return problem.kind === "output-prediction" ? { ...test, expected: program } : { ...test, arguments: program };
  });
  const source = `${problem.preamble}\n${isPrediction ? problem.starter : program}`;
  const stdout = await runPython(JSON.stringify({ program: source, entryPoint: problem.entryPoint ?? "", tests: asked }));
  const outcomes = z.array(testOutcomeSchema).parse(JSON.parse(stdout));
  return { ...base, verdict: outcomes.every(({ passed }) => passed) ? "passed" : "failed", tests: outcomes };
};
