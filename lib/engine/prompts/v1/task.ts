/** The first part of every prompt about a program: what is asked. The same in all conditions. */
export const task = {
  completion: `Complete this Python program. Give the whole program, with everything that is there already.

{{prefix}}`,
  function: `{{description}}

Write a Python program that defines \`{{entryPoint}}\`.`,
  method: `{{description}}

Write a Python program with a class \`Solution\` that has a method \`{{entryPoint}}\`.`,
  program: `{{description}}

Write a Python program that reads from standard input and writes to standard output.`,
  repair: `This Python program is wrong.{{description}}

{{program}}`,
  preamble: `Before the program these lines are run:

{{preamble}}`,
  starter: `Start from this:

{{starter}}`,
  examples: `Examples:

{{examples}}`,
} as const;
