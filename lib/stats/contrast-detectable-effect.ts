import { minimumDetectableEffect } from "@/lib/stats/minimum-detectable-effect";
import { oneWayDetectableEffect } from "@/lib/stats/one-way-detectable-effect";
import type { PairedDifference } from "@/lib/stats/paired-difference";

export type ContrastDetection = { readonly significance?: number | undefined; readonly power?: number | undefined };

/**
 * The smallest true difference that a contrast of two rates, as run, would have found: from its standard error and degrees of freedom.
 * Where McNemar's exact test decides, no less than that test finds in its best case (all flips one way); where sign flips decide, that
 * best case with differences of the size seen (of groups, where those are what changes sign); where all differences were equal, that best case with the problems or groups as trials.
 * It does not use the difference that was seen.
 * @returns In the unit of the rates (0.18 is 18 points), at most 1; null where no difference of any size would have been found.
 * @throws RangeError on a significance or power outside (0, 1).
 * @see minimumDetectableEffect, oneWayDetectableEffect
 */
export function contrastDetectableEffect(
  contrast: Pick<PairedDifference, "standardError" | "degreesOfFreedom" | "problems" | "groups" | "testedBy" | "differingBy">,
  detection: ContrastDetection = {},
): number | null {
  const { standardError, degreesOfFreedom, problems, groups, testedBy } = contrast;
  const bestCase = oneWayDetectableEffect({ problems: groups ?? problems, ...detection });
  if (standardError === null || degreesOfFreedom === null) return bestCase;
  const effect = minimumDetectableEffect({ standardError, degreesOfFreedom, ...detection });
  const bySigns = testedBy === "mcnemar" || testedBy === "sign-flips";
  if (effect > 1 || (bySigns && bestCase === null)) return null;
  return bySigns ? Math.max(effect, (bestCase ?? 1) * (contrast.differingBy ?? 1)) : effect;
}
