import type { ContrastReport, Report, SectionReport } from "@/lib/results/schema";
import { nothingCompared } from "./nothing-compared";
import { usePinned } from "./pinned";

type Props = { report: Report; section: SectionReport; contrasts: readonly ContrastReport[] };

/** The answer, written from the numbers; with a single contrast its whole sentence. */
export function AnswerBox({ report, section, contrasts }: Props) {
  const pinned = usePinned();
  const [only] = contrasts;
  const single = section.answer !== null && contrasts.length === 1 && only !== undefined ? only.sentence : null;
  const answer = section.answer ?? nothingCompared({ report, section, contrasts, canChoose: pinned === null });
  return (
    <section aria-label="Answer" className="mt-4 border-l-3 border-accent bg-surface px-4 py-3">
      <p className="text-lg leading-normal">{answer.headline}</p>
      <p className="mt-1 text-soft">{single ?? answer.detail}</p>
    </section>
  );
}
