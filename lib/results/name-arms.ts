import { listAdapters } from "@/lib/adapters/registry";
import type { ArmFactors } from "@/lib/experiments/arm";

const TITLES: Readonly<Record<string, string>> = {
  code: "Code only",
  feedback: "Feedback, no trace",
  explain: "Explanation",
  cot: "Chain of thought",
};

export type ConditionName = { readonly title: string; readonly colour: string };

/** A condition as people read it, with the colour of its adapter. */
export function nameCondition(factors: ArmFactors): ConditionName {
  const { condition } = factors;
  if (condition === null) return { title: "Condition not said", colour: "none" };
  const carried = /^trace(-only)?:([^{]+)(\{.*\})?$/.exec(condition);
  if (carried === null) return { title: TITLES[condition] ?? condition, colour: "none" };
  const [, only, id = "", settings = ""] = carried;
  const adapter =
    listAdapters().find((each) => each.id === id.replace(/@.*/, "")) ?? listAdapters().find((each) => each.id === id);
  const name = adapter?.title ?? nameUnknown(id);
  const tests = factors.arguments.failingTestsShown;
  const shown = typeof tests === "number" && tests > 0 ? `, ${tests} failing ${tests === 1 ? "test" : "tests"}` : "";
  return { title: `${name}${only === undefined ? "" : " only"}${shown}${settings}`, colour: adapter?.colour ?? "other" };
}

/** A source's own name for a trace that no adapter here renders, such as LDB's. */
function nameUnknown(id: string): string {
  const level = /^ldb-(\w+)$/.exec(id)?.[1];
  return level === undefined ? id : `LDB, ${level} level`;
}

/** A model without the name of its publisher. */
export function nameModel(model: string | null): string {
  if (model === null) return "Model not said";
  return model.split("/").at(-1) ?? model;
}

/** Whether a condition promises a trace. */
export function promisesTrace(condition: string | null): boolean {
  return condition?.startsWith("trace") === true;
}
