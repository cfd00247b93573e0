/** What the conditions add, each on top of the one before. */
export const information = {
  callFailure: `It fails this test:

Call: {{input}}
Expected: {{expected}}
Actual: {{actual}}`,
  inputFailure: `It fails the test with this input:

{{input}}

Expected output:

{{expected}}

Actual output:

{{actual}}`,
  codeFailure: `It fails this test:

{{input}}

{{actual}}`,
  example: `Another call of this program, as an example:

Call: {{input}}
Result: {{expected}}`,
  /** Where the annotated program stands in place of the listing, so that nothing else differs from the control. */
  traceInline: `The comments in this program are its execution trace for {{run}} ({{title}}).`,
  traceBlock: `This is its execution trace for {{run}} ({{title}}):

{{trace}}`,
  runs: {
    failing: "that test",
    example: "that example",
    unnamedFailing: "one test that it fails",
    unnamedExample: "one other call",
  },
} as const;
