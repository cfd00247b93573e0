import type { ContrastReport } from "@/lib/results/schema";

/** Every contrast as one sentence, for quoting and for reading aloud. */
export function ContrastSentences({ contrasts }: { contrasts: readonly ContrastReport[] }) {
  if (contrasts.length === 0) return null;
  return (
    <section aria-labelledby="sentences" className="mt-6">
      <h2 id="sentences" className="font-semibold">
        In sentences
      </h2>
      <ul className="mt-1.5 grid gap-1 text-soft">
        {contrasts.map(({ id, sentence, deliveredOnly, undeliveredOnly }) => (
          <li key={id}>
            {sentence}
            {deliveredOnly === null ? null : <span className="block pl-4 text-faint">{deliveredOnly.sentence}</span>}
            {undeliveredOnly === null ? null : <span className="block pl-4 text-faint">{undeliveredOnly.sentence}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
