import type { TaskKind } from "@/lib/benchmarks/schema";
import { type Strategy, treatsFirstRound } from "./strategy";

/** Predictions have no program that fails and so no second round: their only prompt carries the condition. */
export function isPrediction(kind: TaskKind): boolean {
  return kind === "output-prediction" || kind === "input-prediction";
}

/**
 * Whether the first prompt may differ between conditions. In synthesis it never does, because there is nothing yet that could fail;
 * in repair the given program fails already, and the strategy says whether that is shown at once.
 */
export function treatsFirstPrompt(strategy: Strategy, kind: TaskKind): boolean {
  if (isPrediction(kind)) return true;
  return kind === "repair" && treatsFirstRound(strategy);
}
