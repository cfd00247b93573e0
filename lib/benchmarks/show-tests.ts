import type { ShownTest } from "./api-schema";
import type { Problem, Test } from "./schema";

const MOST_TESTS = 100;
/** A problem can have thousands of tests of megabytes. */
const MOST_CHARACTERS = 2_000;
const MOST_IN_ALL = 200_000;

type Given = { readonly problem: Pick<Problem, "entryPoint" | "callStyle">; readonly tests: readonly Test[] };

/** Tests for a reader: of many the first, of long ones the beginning; `total` counts all. */
export function showTests({ problem, tests }: Given): { total: number; shown: ShownTest[] } {
  const shown: ShownTest[] = [];
  let characters = 0;
  for (const test of tests.slice(0, MOST_TESTS)) {
    const next = showTest(problem, test);
    characters += next.input.length + (next.expected?.length ?? 0);
    if (characters > MOST_IN_ALL && shown.length > 0) break;
    shown.push(next);
  }
  return { total: tests.length, shown };
}

function showTest({ entryPoint, callStyle }: Given["problem"], test: Test): ShownTest {
  const { id, suite, visible } = test;
  if (test.kind === "assert") return { id, suite, visible, input: cut(test.code.trim()), expected: null };
  if (test.kind === "stdin") return { id, suite, visible, input: cut(test.input), expected: cut(test.output) };
  const callee = callStyle === "method" ? `Solution().${entryPoint}` : entryPoint;
  const expected = test.expected === null ? null : cut(test.expected);
  return { id, suite, visible, input: cut(`${callee}(${test.arguments})`), expected };
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS
    ? text
    : `${text.slice(0, MOST_CHARACTERS)}… (${(text.length - MOST_CHARACTERS).toLocaleString("en")} more characters)`;
}
