/** What is reported of a contrast that cannot be made, and why. Pure. */
export function contrastWithoutNumbers(
  { arm, baseline, model }: { arm: string; baseline: string; model: string },
  missing: string,
) {
  return {
    words: "",
    oracle: false,
    difference: null,
    interval: null,
    standardError: null,
    armMean: null,
    baselineMean: null,
    pValue: null,
    testedBy: "none" as const,
    differing: null,
    problems: 0,
    dropped: 0,
    clusters: null,
    flips: null,
    detectable: null,
    decided: "unknown" as const,
    sentence: `${arm} minus ${baseline}, ${model}: not known, because ${missing}.`,
    missing,
    deliveredOnly: null,
    undeliveredOnly: null,
  };
}
