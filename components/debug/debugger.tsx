"use client";
import { useQuery } from "@tanstack/react-query";
import { debugProblemQuery } from "@/lib/debug/queries";
import type { ChosenProblem, DebugProblem, DebugStart, OwnProblem } from "@/lib/debug/schema";
import { Introduction } from "./introduction";
import { RoundList } from "./rounds/round-list";
import { RunBar } from "./run-bar";
import { ConditionField } from "./setup/condition-field";
import { ModelField } from "./setup/model-field";
import { MoreSettings } from "./setup/more-settings";
import { ProblemPanel } from "./setup/problem-panel";
import { SetupLinks } from "./setup/setup-links";
import { useDebugCommands } from "./use-debug-commands";
import { useDebugRun } from "./use-debug-run";
import { useDebugSetup } from "./use-debug-setup";
import { useOwnProblem } from "./use-own-problem";

/** What is asked on the left, what happens on the right. */
export function Debugger({ start }: { start: DebugStart }) {
  const { problem: named, setup, set } = useDebugSetup();
  const [own, setOwn] = useOwnProblem();
  const isOwn = named === "own" || (named === null && start.problem === null);
  const id = isOwn ? null : (named ?? start.problem?.id ?? null);
  const known = start.problem?.id === id ? start.problem : undefined;
  const query = useQuery({ ...debugProblemQuery(id ?? ""), enabled: id !== null, initialData: known });
  // A problem that is not here leaves the example standing, with the notice that says so.
  const shown = isOwn ? null : (query.data ?? start.problem);
  const chosen = choose(shown, own);
  const run = useDebugRun({ problem: chosen, first: bringsProgram(shown, own) ? 0 : 1, setup });
  useDebugCommands(run);
  const model = start.models.find((each) => each.id === setup.model) ?? null;
  return (
    <div className="grid min-h-0 grow lg:h-[calc(100dvh-44px)] lg:grid-cols-[minmax(340px,400px)_minmax(0,1fr)]">
      <h1 className="sr-only">Execute and debug</h1>
      <section aria-label="What is asked" className="flex min-h-0 flex-col border-line bg-surface max-lg:border-b lg:border-r">
        <div className="min-h-0 grow lg:overflow-auto">
          <ProblemPanel
            start={start}
            problem={shown}
            error={query.error}
            own={own}
            onChoose={(problem) => set({ problem })}
            onEdit={setOwn}
          />
          <div className="grid gap-4 border-t border-line px-4 py-4">
            <ModelField
              models={start.models}
              model={model}
              wanted={setup.model}
              isOwn={isOwn}
              onChange={(id) => set({ model: id })}
            />
            <ConditionField
              condition={setup.condition}
              kind={shown?.kind ?? (own.program.trim() === "" ? "synthesis" : "repair")}
              onChange={(condition) => set({ condition })}
            />
            <MoreSettings setup={setup} kind={shown?.kind ?? "repair"} set={set} />
            <SetupLinks problem={shown} own={isOwn ? own : null} setup={setup} />
          </div>
        </div>
        <RunBar run={run} setup={setup} model={model?.title ?? setup.model} />
      </section>
      <section aria-label="Rounds" className="min-h-0 min-w-0 bg-paper lg:overflow-auto">
        {run.rounds.length === 0 ? (
          <Introduction problem={shown} setup={setup} model={model?.title ?? setup.model} />
        ) : (
          <RoundList run={run} given={shown === null ? own.program : (shown.starter ?? "")} />
        )}
      </section>
    </div>
  );
}

function choose(shown: DebugProblem | null, own: OwnProblem): ChosenProblem {
  return shown === null ? { kind: "own", problem: own } : { kind: "benchmark", id: shown.id };
}

function bringsProgram(shown: DebugProblem | null, own: OwnProblem): boolean {
  return shown === null ? own.program.trim() !== "" : shown.kind === "repair";
}
