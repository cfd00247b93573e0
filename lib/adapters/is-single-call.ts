const SKIPPED = /'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|[()]/g;

/** Whether a Python expression is one call of the named function and nothing around it. */
export function isSingleCall(expression: string, name: string): boolean {
  const text = expression.trim();
  if (!text.startsWith(`${name}(`) || !text.endsWith(")")) return false;
  let open = 0;
  for (const { 0: token, index } of text.matchAll(SKIPPED)) {
    if (token === "(") open += 1;
    if (token === ")") open -= 1;
    if (token === ")" && open === 0) return index === text.length - 1;
  }
  return false;
}
