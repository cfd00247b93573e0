type Lines = readonly { readonly content: string }[];

/** The line of the `def` or `class` that a call of a decorated function or class body begins at; other lines as they are. */
export function findDefinitionLine(line: number, lines: Lines): number {
  return findBelowDecorators(line, lines, /^\s*(async\s+def|def|class)\b/);
}

/** As `findDefinitionLine`, the way PySnooper looks for it: the first line below a decorator that begins with `def`. */
export function findSnoopedLine(line: number, lines: Lines): number {
  return findBelowDecorators(line, lines, /^\s*def/);
}

function findBelowDecorators(line: number, lines: Lines, definition: RegExp): number {
  if (lines[line - 1]?.content.trimStart().startsWith("@") !== true) return line;
  const found = lines.findIndex(({ content }, index) => index >= line && definition.test(content));
  return found < 0 ? line : found + 1;
}
