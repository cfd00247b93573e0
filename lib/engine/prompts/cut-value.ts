/** A test may hold megabytes; what a prompt shows of one value. */
const MOST_CHARACTERS = 2_000;

/** The value, or its head and tail with what is left out between them said. */
export function cutValue(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const half = MOST_CHARACTERS / 2;
  const left = text.length - MOST_CHARACTERS;
  return `${text.slice(0, half)} … (${left.toLocaleString("en-US")} characters left out) … ${text.slice(-half)}`;
}
