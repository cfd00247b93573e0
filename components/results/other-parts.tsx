import type { ContrastReport, SectionReport } from "@/lib/results/schema";

const SHOWN = 4;
const SEPARATOR = " · ";

type Props = {
  sections: readonly SectionReport[];
  contrasts: readonly ContrastReport[];
  current: SectionReport;
  onChange: (id: string) => void;
};

/** The answers of the other parts of an experiment in a line each, so that none is overlooked. */
export function OtherParts({ sections, contrasts, current, onChange }: Props) {
  const others = sections.flatMap((section, index) =>
    section.id === current.id || section.answer === null ? [] : [{ section, value: String(index + 1), answer: section.answer }],
  );
  if (others.length === 0) return null;
  const known = Map.groupBy(
    contrasts.filter(({ difference }) => difference !== null),
    ({ sectionId }) => sectionId,
  );
  const shared = sharedParts(sections.map(({ title }) => title));
  return (
    <nav aria-label="Other parts of these results" className="mt-1.5">
      <ul>
        {others.slice(0, SHOWN).map(({ section, value, answer }) => (
          <li key={section.id} className="border-b border-line">
            <button
              type="button"
              onClick={() => onChange(value)}
              className="flex w-full items-baseline gap-2 px-1 py-1 text-left text-soft hover:bg-sunken hover:text-ink max-sm:flex-wrap"
            >
              <span className="max-w-1/2 shrink-0 truncate max-sm:max-w-full">
                {section.title.split(SEPARATOR).slice(shared).join(SEPARATOR)}
              </span>
              {section.oracle ? <b className="font-semibold text-warn">oracle</b> : null}
              <span className="min-w-0 grow truncate text-ink">{answer.headline}</span>
              <span className="shrink-0 tabular-nums">
                {countedContrasts(known.get(section.id)?.length ?? 0)}, N {section.problems}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {others.length > SHOWN ? (
        <p className="px-1 py-1 text-faint">{others.length - SHOWN} more parts in the list above.</p>
      ) : null}
    </nav>
  );
}

/** How many leading parts all titles have alike; the last part is never among them. */
function sharedParts(titles: readonly string[]): number {
  const [first = [], ...others] = titles.map((title) => title.split(SEPARATOR));
  const length = first.findIndex((part, index) => others.some((other) => other[index] !== part || index === other.length - 1));
  return Math.max(0, length);
}

function countedContrasts(count: number): string {
  return `${count} ${count === 1 ? "contrast" : "contrasts"}`;
}
