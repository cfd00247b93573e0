/** Text in a Markdown fence that is longer than any run of backticks in it, so that the text cannot end it. */
export function fence(text: string, language = "python"): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${ticks}`;
}
