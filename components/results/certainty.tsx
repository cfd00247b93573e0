import type { Report, SectionReport } from "@/lib/results/schema";
import { pText, rateText } from "./number-text";

/** Which arms can be told apart at all, and what would make the numbers surer. */
export function Certainty({ report, section }: { report: Report; section: SectionReport }) {
  const tied = report.tied.filter(({ sectionId }) => sectionId === section.id);
  const noise = report.noise.filter(({ armId }) => section.armIds.includes(armId));
  const titles = new Map(report.arms.map((arm) => [arm.id, arm]));
  return (
    <div className="grid gap-8">
      {tied.length === 0 ? null : (
        <section aria-labelledby="tied">
          <h2 id="tied" className="mb-2 font-semibold">
            Arms that cannot be told from the best
          </h2>
          {tied.map(({ model, sentence, arms }) => (
            <div key={model} className="mb-4">
              <p className="text-soft">{sentence}</p>
              <ol className="mt-1 max-w-160 rounded-lg border border-line bg-surface">
                {arms.map(({ armId, mean, adjustedP, tied: isTied }) => (
                  <li key={armId} className="flex gap-4 border-line px-4 py-1 tabular-nums not-first:border-t">
                    <span className="w-16 shrink-0 text-soft">{isTied ? "tied" : "behind"}</span>
                    <span className="grow">{titles.get(armId)?.conditionTitle}</span>
                    <span>{rateText(mean)}</span>
                    <span className="w-24 text-right text-soft">{adjustedP === null ? "best" : `p ${pText(adjustedP)}`}</span>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </section>
      )}
      {noise.length === 0 ? null : (
        <section aria-labelledby="noise">
          <h2 id="noise" className="mb-2 font-semibold">
            Would more problems or more samples help?
          </h2>
          <ul className="rounded-lg border border-line bg-surface">
            {noise.map(({ armId, sentence, sampleShare }) => (
              <li key={armId} className="border-line px-4 py-2 not-first:border-t">
                <p>
                  {titles.get(armId)?.modelTitle} · {titles.get(armId)?.conditionTitle}
                </p>
                <div aria-hidden="true" className="mt-1 flex h-2 max-w-160 overflow-hidden rounded-full bg-line">
                  <div className="bg-accent" style={{ width: `${(sampleShare ?? 0) * 100}%` }} />
                </div>
                <p className="mt-1 text-soft">{sentence}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
