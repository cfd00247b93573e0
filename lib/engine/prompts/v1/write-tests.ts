/** Asks for tests by which candidates are chosen. It is about the task alone, so that all arms of a model share them. */
export const writeTests = `{{task}}

Do not write that program. Write tests for it: at most {{count}} single-line assert statements that call it, each independent of the others, in one fenced Python code block.`;
