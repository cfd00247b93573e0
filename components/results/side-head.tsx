import { Select } from "@/components/ui/select";
import type { DrilledProblem } from "@/lib/results/drill-schema";
import { SampleVerdict } from "./sample-verdict";

type Props = { title: string; problem: DrilledProblem; index: number; onPick: (index: number) => void };

/** Which sample of an arm is looked at, and what scoring said of it. */
export function SideHead({ title, problem, index, onPick }: Props) {
  const sample = problem.samples[index];
  const choices = problem.samples.map(({ chain, round, verdict }, position) => ({
    value: String(position),
    label: `sample ${chain + 1}, round ${round + 1}: ${verdict}`,
  }));
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-center gap-2">
        <b className="font-semibold">{title}</b>
        {choices.length < 2 ? null : (
          <Select
            look="quiet"
            label={`Sample of ${title}`}
            value={String(index)}
            choices={choices}
            onChange={(value) => onPick(Number(value))}
          />
        )}
      </div>
      {problem.outcomes.length === 0 ? null : (
        <p className="text-soft">
          {problem.outcomes.map(({ round, verdict }) => `round ${round + 1} ${verdict}`).join(" · ")}
          {problem.outcomes.some(({ oracle }) => oracle) ? " (any sample of the round, oracle)" : ""}
        </p>
      )}
      {sample === undefined ? <p className="text-soft">No sample here.</p> : <SampleVerdict sample={sample} />}
    </div>
  );
}
