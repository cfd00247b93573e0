"use client";
import { CodeEditor } from "@/components/code/code-editor";
import type { Test } from "@/lib/benchmarks/schema";
import type { DebugProblem } from "@/lib/debug/schema";
import { callExpression } from "@/lib/engine/public-problem";
import { kindWords } from "./kind-words";

const LINE_PX = 18;
const MOST_LINES = 18;

/** A benchmark's problem as prompts may know it. */
export function BenchmarkProblem({ problem }: { problem: DebugProblem }) {
  const { kind, prompt, preamble, starter, question, visibleTests, hiddenTests, benchmark } = problem;
  const program = [preamble, starter ?? ""].filter((part) => part.trim() !== "").join("\n\n");
  const lines = Math.min(MOST_LINES, program.split("\n").length);
  return (
    <div className="grid gap-3">
      <p className="text-xs text-soft">
        {benchmark.title} · {kindWords[kind]}
      </p>
      {prompt.trim() === "" ? null : (
        <p className="max-h-48 overflow-auto whitespace-pre-wrap [overflow-wrap:anywhere]">{prompt.trim()}</p>
      )}
      {program === "" ? null : (
        <div className="overflow-hidden rounded-md border border-line" style={{ height: lines * LINE_PX + 18 }}>
          <CodeEditor label="The given program" value={program} readOnly />
        </div>
      )}
      {question === null ? null : (
        <p>
          <span className="text-soft">{kind === "output-prediction" ? "What is " : "Which arguments return "}</span>
          <code className="[overflow-wrap:anywhere]">{question}</code>
          <span className="text-soft">?</span>
        </p>
      )}
      <div>
        <h3 className="text-xs font-semibold text-soft">Visible tests</h3>
        {visibleTests.length === 0 ? <p className="text-soft">None: prompts can tell of no failing test.</p> : null}
        <ul className="mt-1 grid gap-1 font-mono text-xs">
          {visibleTests.slice(0, 8).map((test) => (
            <li key={test.id} className="truncate">
              {tellTest(test, problem)}
            </li>
          ))}
        </ul>
        {visibleTests.length > 8 ? <p className="text-xs text-faint">and {visibleTests.length - 8} more</p> : null}
        <p className="mt-1.5 text-xs text-soft">
          {hiddenTests === 0
            ? "It has no hidden tests."
            : `${hiddenTests} hidden ${hiddenTests === 1 ? "test is" : "tests are"} judged too and never reach a prompt.`}
        </p>
      </div>
    </div>
  );
}

function tellTest(test: Test, problem: DebugProblem): string {
  if (test.kind === "assert") return test.code;
  if (test.kind === "stdin") return `${test.input.trim()} → ${test.output.trim()}`;
  return `${callExpression(problem, test)} == ${test.expected ?? "the reference’s answer"}`;
}
