/** The lines of a program as Python counts them, each with the line ending that follows it (empty after the last). */
export function splitSource(source: string): readonly { readonly content: string; readonly ending: string }[] {
  const lines: { content: string; ending: string }[] = [];
  let start = 0;
  for (const match of source.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ content: source.slice(start, match.index), ending: match[0] });
    start = match.index + match[0].length;
  }
  lines.push({ content: source.slice(start), ending: "" });
  return lines;
}

/** The lines of a program as published tools count them that split at line feeds alone. */
export function splitAtLineFeeds(source: string): readonly { readonly content: string; readonly ending: string }[] {
  const parts = source.split("\n");
  return parts.map((content, index) => ({ content, ending: index < parts.length - 1 ? "\n" : "" }));
}
