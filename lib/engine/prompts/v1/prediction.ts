/** Questions about a given program. The question comes last, after whatever the condition adds. */
export const prediction = {
  program: `Look at this Python program.

{{program}}`,
  output: `What does this expression evaluate to?

{{call}}

Give the value as a Python literal between [ANSWER] and [/ANSWER], for example [ANSWER]3[/ANSWER].`,
  input: `Find arguments with which \`{{entryPoint}}\` returns this value:

{{expected}}

Give what stands between the parentheses of the call, as Python source, between [ANSWER] and [/ANSWER], for example [ANSWER]3, "a"[/ANSWER].`,
  explain: `First go through the execution step by step and say what each step does; then answer.`,
} as const;
