import { isSingleCall } from "@/lib/adapters/is-single-call";
import type { Recording, Step, Value } from "@/lib/recordings/schema";

/** An entry that is one call of one function of the program. */
export type EntryCall = {
  readonly name: string;
  readonly expression: string;
  readonly call: Step;
  readonly result: { readonly step: Step; readonly value: Value } | null;
};

/** The entry, when it is one call of one function and nothing around it; null otherwise. Formats that show the calling line need that. */
export function findEntryCall({ header, frames, steps, phase }: Recording): EntryCall | null {
  const roots = frames.filter(({ parentFrame }) => parentFrame === null);
  const [root] = roots;
  if (header.entry.kind !== "call" || phase !== "entry" || root === undefined || roots.length > 1) return null;
  const { expression } = header.entry;
  const call = steps.find((step) => step.frame === root.frame && step.event === "call");
  if (call === undefined || root.kind !== "function" || !isSingleCall(expression, root.function)) return null;
  const end = steps.findLast((step) => step.frame === root.frame && step.event === "return");
  return { name: root.function, expression, call, result: end?.value == null ? null : { step: end, value: end.value } };
}
