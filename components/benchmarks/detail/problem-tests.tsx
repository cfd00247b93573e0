import { ScrollRegion } from "@/components/table/scroll-region";
import type { ShownTest } from "@/lib/benchmarks/api-schema";

type Props = { tests: { readonly total: number; readonly shown: readonly ShownTest[] }; empty: string };

/** Tests with what they expect. */
export function ProblemTests({ tests: { total, shown }, empty }: Props) {
  if (total === 0) return <p className="text-soft">{empty}</p>;
  return (
    <>
      <ScrollRegion label="Tests" className="max-h-90 overflow-y-auto rounded-md border border-line">
        <ol>
          {shown.map(({ id, suite, input, expected }) => (
            <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-3 border-b border-line px-3 py-1 last:border-b-0">
              <div className="min-w-0">
                <pre className="break-words whitespace-pre-wrap">{input}</pre>
                {expected === null ? null : (
                  <pre className="break-words whitespace-pre-wrap text-soft">
                    <span className="font-sans">gives </span>
                    {expected}
                  </pre>
                )}
              </div>
              <span className="text-xs text-faint">{suite}</span>
            </li>
          ))}
        </ol>
      </ScrollRegion>
      {shown.length < total ? (
        <p className="text-faint">
          The first {shown.length} of {total.toLocaleString("en")} are shown.
        </p>
      ) : null}
    </>
  );
}
