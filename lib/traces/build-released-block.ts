import { reprString } from "@/lib/recordings/repr-string";
import { wrapFirstLine } from "@/lib/traces/wrap-text";

/** A test as the study's block states it, each part as Python's `repr` prints it; `inputs` is the tuple of arguments after the call. */
export type ReleasedTest = { readonly inputs: string; readonly expected: string; readonly actual: string };

export type ReleasedDialect = "next@tracewise" | "semcoder@tracewise" | "concise@tracewise" | "codeexecutor@tracewise";

const WIDTH = 100;

/** The block of the study's prompts around a trace of one of its released dialects, byte for byte but for its token cap. */
export function buildReleasedBlock(dialect: ReleasedDialect, trace: string, test: ReleasedTest): string {
  switch (dialect) {
    case "next@tracewise":
      return `\n## Trace \n\n**BUGGY_PROGRAM**\n\n\`\`\`python\n${trace}\n\`\`\`\n\n## TESTCASES \n\n${describeTest(test, "'")}\n`;
    case "concise@tracewise":
      return `\n## Trace \n\n\n## TESTCASES \n\n${describeTest(test, "'")}\n\n## EXPLANATION\n\n${trace}`;
    case "codeexecutor@tracewise":
      return `\n## Trace \n\n## TESTCASES \n\n${describeTest(test, "'")}\n\n## EXPLANATION \n\n${trace}`;
    case "semcoder@tracewise":
      return `\n## Trace \n\n## TESTCASES \n\n${describeTest(test, "")}\n\n## EXPLANATION\n\n${describeResult(trace, test)}\n`;
  }
}

function describeTest({ inputs, expected }: ReleasedTest, quote: string): string {
  const input = quoteAsReleased(inputs);
  return `\n**TEST1**\n\ninput1=${quote}${input}${quote}\n\nexpect output1=${quote}${quoteAsReleased(expected)}${quote}\n`;
}

function describeResult(trace: string, { actual }: ReleasedTest): string {
  const output = wrapFirstLine(actual, WIDTH);
  return `\n**TEST1_RESULT**\n\n${trace}\n  \nTEST1_BUGGY_PROGRAM_OUTPUT = execute (BUGGY_PROGRAM, input1) = "${output}"    \n\n**FAILED** \n\nassert TEST1_BUGGY_PROGRAM_OUTPUT == output1 is False \n\n\nTEST1 failed in BUGGY_PROGRAM `;
}

// The release prints lists and tuples without their brackets, as the `repr` of that string.
function quoteAsReleased(repr: string): string {
  const isSequence = /^[[(]/.test(repr) && repr !== "[]" && repr !== "()";
  return wrapFirstLine(isSequence ? reprString(repr.slice(1, -1)) : repr, WIDTH);
}
