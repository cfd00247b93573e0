import { minimumDetectableEffect } from "@/lib/stats/minimum-detectable-effect";
import { oneWayDetectableEffect } from "@/lib/stats/one-way-detectable-effect";
import type { PairedDifference } from "@/lib/stats/paired-difference";

export type ContrastDetection = { readonly significance?: number | undefined; readonly power?: number | undefined };

/**
 * The smallest true difference that a contrast of two rates, as run, would have found: from its standard error and degrees of freedom,
 * or, where all differences were equal, the best case of the exact McNemar test with its problems or groups as trials.
 * It does not use the difference that was seen.
 * @returns In the unit of the rates (0.18 is 18 points), at most 1; null where no difference of any size would have been found.
 * @throws RangeError on a significance or power outside (0, 1).
 * @see minimumDetectableEffect, oneWayDetectableEffect
 */
export function contrastDetectableEffect(
  contrast: Pick<PairedDifference, "standardError" | "degreesOfFreedom" | "problems" | "groups">,
  detection: ContrastDetection = {},
): number | null {
  const { standardError, degreesOfFreedom, problems, groups } = contrast;
  if (standardError === null || degreesOfFreedom === null) {
    return oneWayDetectableEffect({ problems: groups ?? problems, ...detection });
  }
  const effect = minimumDetectableEffect({ standardError, degreesOfFreedom, ...detection });
  return effect > 1 ? null : effect;
}
