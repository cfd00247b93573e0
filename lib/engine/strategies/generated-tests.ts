import type { Problem } from "@/lib/benchmarks/schema";
import { type Judging, judgePatiently } from "@/lib/judge/judge-patiently";
import type { Judgement } from "@/lib/samples/data";

const MOST_TESTS = 10;

/** The assert statements of one line each in an answer, each once, in order. */
export function readGeneratedTests(answer: string): string[] {
  const lines = answer.split("\n").map((line) => line.trim().replace(/^(?:>>> ?|[-*] )/, ""));
  return [...new Set(lines.filter((line) => /^assert[ (]/.test(line)))].slice(0, MOST_TESTS);
}

type Counting = { readonly problem: Problem; readonly program: Judgement["program"]; readonly tests: readonly string[] };

/** How many generated tests a candidate passes. The problem's own tests are not run. */
export async function countPassed(judging: Judging, { problem, program, tests }: Counting): Promise<number | null> {
  if (tests.length === 0) return null;
  if (program === null) return 0;
  const generated: Problem = {
    ...problem,
    tests: tests.map((code, index) => ({ kind: "assert", id: `generated:${index}`, suite: "example", visible: true, code })),
    scoredSuites: ["example"],
  };
  const verdict = await judgePatiently(judging, { problem: generated, program, tests: "visible" });
  return verdict.tests.filter(({ passed }) => passed).length;
}
