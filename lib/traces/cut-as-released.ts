import type { Rendering } from "@/lib/adapters/adapter";
import { loadTokenizer } from "@/lib/traces/load-tokenizer";

/** The cap of the study's release on a trace with the block around it, in cl100k tokens. */
export const RELEASED_TOKENS = 2048;

/** The text after the study's cap: its first 2,048 cl100k tokens, unmarked. A character that the cut splits becomes U+FFFD. */
export async function cutTextAsReleased(text: string): Promise<string> {
  const tokenizer = await loadTokenizer("cl100k_base");
  return tokenizer.countUpTo(text, RELEASED_TOKENS) === null ? tokenizer.head(text, RELEASED_TOKENS) : text;
}

/** A rendering after the study's cap; spans end where the text does, and a note says that it was cut. */
export async function cutAsReleased(rendering: Rendering): Promise<Rendering> {
  const text = await cutTextAsReleased(rendering.text);
  if (text === rendering.text) return rendering;
  const spans = rendering.spans
    .filter(({ start }) => start < text.length)
    .map((span) => (span.end > text.length ? { ...span, end: text.length } : span));
  const message = "The text is cut after 2,048 cl100k tokens, as released; the release counts the block around the trace, too";
  return { text, spans, notes: [...rendering.notes, { kind: "truncated", message, count: 1 }] };
}
