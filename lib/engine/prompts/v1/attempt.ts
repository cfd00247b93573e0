/** One earlier attempt, and that it is wrong: all that the condition `code` says. */
export const attempt = {
  program: `Attempt {{number}}:

{{program}}

This program does not pass all the tests.`,
  noProgram: `Attempt {{number}}: the answer held no Python program.`,
} as const;
