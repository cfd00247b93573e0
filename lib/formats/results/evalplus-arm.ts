import { benchmarkOf } from "@/lib/formats/results/benchmark-of";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { nameFactors } from "@/lib/formats/results/name-factors";
import { tracewiseRole, tracewiseTemplate } from "@/lib/formats/results/tracewise-condition";
import type { ImportedArm } from "@/lib/imports/schema";

/** The arm of one EvalPlus file; files of the repair study are told by the folder that they lie in. */
export function evalplusArm(path: string, firstTaskId: string): ImportedArm {
  const { model, temperature, chainOfThought } = nameFactors(path);
  const benchmark = benchmarkOf(firstTaskId);
  const role = tracewiseRole(path);
  const isPlus = benchmark === "humaneval" || benchmark === "mbpp";
  return importedArm({
    key: role === null ? path : `${role} · ${model ?? path}`,
    label: role === null ? (model === null ? path : undefined) : `${role} · ${model ?? path}`,
    benchmark: isPlus ? `${benchmark}+` : benchmark,
    taskKind: role === null ? "synthesis" : "repair",
    model,
    temperature,
    chainOfThought: role === null ? chainOfThought : false,
    condition: role === null ? null : (tracewiseTemplate(role)?.condition ?? "code"),
    strategy: "single",
    n: role === null ? null : 1,
    tests: isPlus ? "base+plus" : "base",
    arguments: role === null ? {} : { role, failingTestsShown: tracewiseTemplate(role)?.tests ?? 0 },
  });
}
