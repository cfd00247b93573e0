import type { Tokenizer } from "@/lib/traces/load-tokenizer";

const CHUNK = 2048;

/**
 * Counts tokens up to a limit for texts that share long beginnings, as the cuts of one trace do: counts of whole pieces are kept.
 * Null when the text has more tokens than the limit.
 */
export function createChunkCounter(tokenizer: Tokenizer): (text: string, limit: number) => number | null {
  const known = new Map<string, number>();
  const count = (chunk: string): number => {
    const cached = known.get(chunk);
    if (cached !== undefined) return cached;
    const tokens = tokenizer.count(chunk);
    known.set(chunk, tokens);
    return tokens;
  };
  return (text, limit) => {
    let tokens = 0;
    for (let start = 0; start < text.length; ) {
      const end = findBoundary(text, start + CHUNK);
      tokens += count(text.slice(start, end));
      if (tokens > limit) return null;
      start = end;
    }
    return tokens;
  };
}

// Both encodings split texts into words before they merge bytes, and no word reaches from a line feed to a visible character, but
// for a slash (o200k). There the tokens of the parts are the tokens of the whole.
function findBoundary(text: string, from: number): number {
  for (let feed = text.indexOf("\n", from); feed >= 0; feed = text.indexOf("\n", feed + 1)) {
    const next = text.charAt(feed + 1);
    if (next !== "" && !/[\s/]/.test(next)) return feed + 1;
  }
  return text.length;
}
