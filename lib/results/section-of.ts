import type { ArmFactors } from "@/lib/experiments/arm";

const STRATEGIES = { single: "Single samples", parallel: "Parallel candidates", sequential: "Sequential refinement" } as const;

const KINDS = {
  synthesis: "synthesis",
  repair: "repair",
  "output-prediction": "output prediction",
  "input-prediction": "input prediction",
} as const;

/** Arms whose numbers may stand in one table: equal but for model and condition. Controls join the section of what they control. */
export function sectionId(factors: ArmFactors): string {
  const { benchmark, benchmarkVersion, taskKind, strategy, selection, temperature, rounds, n } = factors;
  const drawn = strategy === "single" ? null : n;
  return JSON.stringify([benchmark, benchmarkVersion, taskKind, strategy, selection, temperature, rounds, drawn]);
}

/** "LiveCodeBench easy · synthesis · Parallel candidates, 16, generated tests majority · T = 0.7". */
export function sectionTitle(factors: ArmFactors): string {
  const { benchmark, taskKind, strategy, selection, temperature, rounds, n } = factors;
  const drawn = strategy === null ? null : strategyTitle({ strategy, selection, rounds, n });
  const parts = [
    benchmark,
    taskKind === null ? null : KINDS[taskKind],
    drawn,
    temperature === null ? null : `T = ${temperature}`,
  ];
  return parts.filter((part) => part !== null).join(" · ") || "Results";
}

type Drawn = Pick<ArmFactors, "selection" | "rounds" | "n"> & { readonly strategy: keyof typeof STRATEGIES };

function strategyTitle({ strategy, selection, rounds, n }: Drawn): string {
  const parts: string[] = [STRATEGIES[strategy]];
  if (strategy !== "single" && n !== null) parts.push(`n = ${n}`);
  if (strategy === "sequential" && rounds !== null) parts.push(`${rounds} rounds`);
  if (selection !== null) parts.push(selection.replaceAll("_", " "));
  return parts.join(", ");
}
