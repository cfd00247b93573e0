import { classNames } from "@/components/ui/class-names";
import type { DrilledSample } from "@/lib/results/drill-schema";

/** What scoring said of a sample, test by test where that is known. */
export function SampleVerdict({ sample }: { sample: DrilledSample }) {
  const { verdict, suites, detail, tests, delivered, truncated } = sample;
  const parts = [
    suites === null
      ? null
      : Object.entries(suites)
          .map(([suite, said]) => `${suite}: ${said}`)
          .join(", "),
    delivered === null ? null : delivered ? "trace in the prompt" : "trace missing from the prompt",
    truncated === true ? "trace cut" : null,
  ].filter((part) => part !== null);
  return (
    <div>
      <p>
        <span className={classNames("font-medium", verdict === "passed" ? "text-accent" : "text-warn")}>{verdict}</span>
        {parts.length === 0 ? null : <span className="text-soft"> · {parts.join(" · ")}</span>}
      </p>
      {detail === null ? null : (
        <p className="max-h-20 overflow-auto font-mono text-xs break-words whitespace-pre-wrap text-soft">{detail}</p>
      )}
      {tests === null || tests.length === 0 ? null : (
        <details className="mt-1">
          <summary className="cursor-pointer text-soft">
            {tests.filter(({ passed }) => passed).length} of {tests.length} tests pass
          </summary>
          <ul className="max-h-60 overflow-auto font-mono text-xs">
            {tests.map(({ index, outcome, input, expected, actual, message }) => (
              <li key={index} className="border-t border-line py-0.5">
                <b className="font-semibold">{outcome}</b> {input} → {actual ?? message ?? "—"}
                {expected === null || outcome === "passed" ? "" : `, expected ${expected}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
