/** The last part of a prompt about a program: in which form to answer. */
export const request = {
  write: `Give the whole program in one fenced Python code block.`,
  mend: `Correct the program. Give the whole corrected program in one fenced Python code block.`,
  explainThenMend: `First explain step by step what the program does when this test is run and where it goes wrong. Then give the whole corrected program in one fenced Python code block.`,
} as const;
