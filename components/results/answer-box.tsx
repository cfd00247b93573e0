import type { ContrastReport, SectionReport } from "@/lib/results/schema";

/** The answer, written from the numbers; with a single contrast its whole sentence. */
export function AnswerBox({ section, contrasts }: { section: SectionReport; contrasts: readonly ContrastReport[] }) {
  const [only] = contrasts;
  const single = contrasts.length === 1 && only !== undefined ? only.sentence : null;
  const headline = section.answer?.headline ?? "Nothing is compared here.";
  const detail =
    single ??
    section.answer?.detail ??
    "These arms have no control among them, or none with known outcomes. Choose a baseline below, or put arms together under Compare.";
  return (
    <section aria-label="Answer" className="mt-4 border-l-3 border-accent bg-surface px-4 py-3">
      <p className="text-lg leading-normal">{headline}</p>
      <p className="mt-1 text-soft">{detail}</p>
    </section>
  );
}
