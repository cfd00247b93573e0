import type { TraceText } from "@/lib/adapters/trace-text";

/** A piece of an annotation; `step` is null for separators and elisions. */
export type Fragment = { readonly text: string; readonly step: { readonly seq: number; readonly line: number } | null };

export type Annotations = {
  /** The program's lines, each with the line ending that follows it. */
  readonly lines: readonly { readonly content: string; readonly ending: string }[];
  /** What comes between a source line and its annotation. */
  readonly opening: string;
  /** Fragments by 1-based line. */
  readonly fragments: ReadonlyMap<number, readonly Fragment[]>;
};

/** Writes the program with its annotations after the lines they belong to. Returns how many steps lie outside of the program's lines. */
export function annotateSource(text: TraceText, { lines, opening, fragments }: Annotations): number {
  lines.forEach(({ content, ending }, index) => {
    text.writeSource(content, index + 1);
    const own = fragments.get(index + 1);
    if (own !== undefined && own.length > 0) {
      text.write(opening);
      for (const fragment of own) writeFragment(text, fragment);
    }
    text.write(ending);
  });
  let outside = 0;
  for (const [line, own] of fragments) if (line < 1 || line > lines.length) outside += own.filter(({ step }) => step).length;
  return outside;
}

function writeFragment(text: TraceText, fragment: Fragment): void {
  if (fragment.step === null) text.write(fragment.text);
  else text.writeStep(fragment.text, fragment.step);
}
