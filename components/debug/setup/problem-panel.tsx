"use client";
import { Select } from "@/components/ui/select";
import type { DebugProblem, DebugStart, OwnProblem } from "@/lib/debug/schema";
import { BenchmarkProblem } from "./benchmark-problem";
import { OwnProblemForm } from "./own-problem-form";
import { ProblemPicker } from "./problem-picker";

type Props = {
  start: DebugStart;
  /** The benchmark's problem that is shown; null: the reader's own program. */
  problem: DebugProblem | null;
  error: Error | null;
  own: OwnProblem;
  /** Takes a problem's id, or `own`. */
  onChoose: (id: string | null) => void;
  onEdit: (own: OwnProblem) => void;
};

const OWN = "own";

/** A program with its tests: a benchmark's, or one's own. */
export function ProblemPanel({ start, problem, error, own, onChoose, onEdit }: Props) {
  const sources = [
    ...(start.problem === null
      ? []
      : [{ value: "benchmark", label: "Problem of a benchmark", detail: "Its hidden tests are judged too." }]),
    { value: OWN, label: "Program of your own", detail: "With asserts, or calls and the values they should return." },
  ];
  return (
    <div className="grid gap-3 px-4 py-4">
      <div className="flex items-center gap-2">
        <h2 className="grow font-semibold">Program and tests</h2>
        <Select
          look="quiet"
          label="Where the program comes from"
          value={problem === null ? OWN : "benchmark"}
          choices={sources}
          onChange={(value) => onChoose(value === OWN ? OWN : (start.problem?.id ?? null))}
        />
      </div>
      {start.notice === null ? null : <p className="rounded-md bg-warn-soft px-2.5 py-1.5 text-warn">{start.notice}</p>}
      {error === null ? null : <p className="rounded-md bg-bad-soft px-2.5 py-1.5 text-bad">{error.message}</p>}
      {problem === null ? (
        <OwnProblemForm own={own} onChange={onEdit} />
      ) : (
        <>
          <ProblemPicker benchmarks={start.benchmarks} problem={problem} onChoose={onChoose} />
          <BenchmarkProblem problem={problem} />
        </>
      )}
    </div>
  );
}
