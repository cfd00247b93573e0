"use client";
import { FlaskConical, Link2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useCopy } from "@/components/ui/use-copy";
import { type DebugProblem, type DebugSetup, type OwnProblem, ownProblemSchema } from "@/lib/debug/schema";
import { conditionId } from "@/lib/experiments/condition";
import { packFragment } from "@/lib/links/pack-fragment";

type Props = {
  problem: DebugProblem | null;
  /** The reader's own program, where it is what is asked about. */
  own: OwnProblem | null;
  setup: DebugSetup;
};

/** Passes this start on: to a colleague, or to an experiment. */
export function SetupLinks({ problem, own, setup }: Props) {
  const copy = useCopy();
  const share = async () => {
    const address = new URL(window.location.href);
    if (own !== null) address.searchParams.set("problem", "own");
    else if (problem !== null) address.searchParams.set("problem", problem.id);
    address.hash = own === null ? "" : await packFragment(ownProblemSchema.parse(own));
    await copy(address.href, "Link");
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-soft">
      <Button look="link" size="text" className="gap-1.5" onClick={() => void share()}>
        <Link2 size={14} aria-hidden /> Copy a link to this start
      </Button>
      {problem === null ? null : (
        <a
          href={experimentAddress(problem, setup)}
          className="inline-flex items-center gap-1.5 underline-offset-2 hover:text-ink hover:underline"
        >
          <FlaskConical size={14} aria-hidden /> Make this an experiment
        </a>
      )}
    </div>
  );
}

/** The builder with what an address can tell it; it ignores what it does not know. */
function experimentAddress({ benchmark, taskId }: DebugProblem, setup: DebugSetup): string {
  const query = new URLSearchParams({
    benchmark: benchmark.id,
    task: taskId,
    model: setup.model,
    condition: conditionId(setup.condition),
    rounds: String(setup.rounds),
  });
  return `/experiments/new?${query}`;
}
