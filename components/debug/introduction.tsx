import type { DebugProblem, DebugSetup } from "@/lib/debug/schema";
import { carriesTrace } from "@/lib/experiments/condition";

type Props = { problem: DebugProblem | null; setup: DebugSetup; model: string };

/** What will happen here, before anything has. */
export function Introduction({ problem, setup, model }: Props) {
  const brings = problem === null || problem.kind === "repair";
  const steps = [
    ...(brings
      ? [{ title: "The given program is judged", text: "Its visible tests run in the jail; the first that fails is recorded." }]
      : []),
    { title: "The prompt is made", text: promptWords(setup) },
    { title: `${model} answers`, text: "The answer appears as it comes. The program in it is compared with the one before." },
    {
      title: "The answer is judged",
      text:
        problem === null || problem.hiddenTests === 0
          ? "While visible tests fail, the next round tells the model of the failing run."
          : "Visible tests decide whether there is another round. Hidden tests only score.",
    },
  ];
  return (
    <div className="mx-auto grid max-w-2xl gap-6 px-6 py-12 max-sm:px-4 max-sm:py-8">
      <div>
        <h2 className="text-xl font-semibold tracking-tight">One chain of repair, watched round by round</h2>
        <p className="mt-1.5 text-lg leading-6 text-soft">
          Prompts, judgements and recordings are made by the same code as in experiments, so what you see here is what an
          experiment does. Nothing of it is kept, unless you share it.
        </p>
      </div>
      <ol className="grid border-t border-line">
        {steps.map(({ title, text }, index) => (
          <li key={title} className="grid grid-cols-[32px_1fr] border-b border-line py-3">
            <span className="text-faint tabular-nums">{index + 1}</span>
            <div>
              <h3 className="font-medium">{title}</h3>
              <p className="text-soft">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function promptWords({ condition }: DebugSetup): string {
  if (condition.kind === "code")
    return "It carries the task and the program, and that it is wrong: nothing of what the tests found.";
  if (carriesTrace(condition))
    return condition.kind === "trace"
      ? "It carries the failing test and the trace of that very run; the trace is marked."
      : "It carries the trace of the failing run, without the expected and the actual value.";
  return condition.kind === "explain"
    ? "It carries the failing test and asks to explain that run before correcting."
    : "It carries the first visible test that fails: call, expected, actual.";
}
