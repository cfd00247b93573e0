import type { RawContrast } from "@/lib/results/build-contrast";
import { contrastSubjects, contrastWords } from "@/lib/results/contrast-words";
import { nameContrast } from "@/lib/results/name-contrast";
import type { ContrastReport } from "@/lib/results/schema";
import { answerSentence } from "@/lib/stats/answer-sentence";
import { contrastDetectableEffect } from "@/lib/stats/contrast-detectable-effect";

/** Problems whose prompt held the trace, or the others; chosen after the fact. */
export type Part = "delivered" | "undelivered";

const NAMES = { delivered: "delivered only (post hoc)", undelivered: "where no trace was delivered (post hoc)" } as const;

/** A contrast on a part of its problems as it is reported; null without numbers. Pure. */
export function describePart(contrast: RawContrast, part: Part): ContrastReport["deliveredOnly"] {
  const { arm, baseline, setting, deliveredOnly, undeliveredOnly } = contrast;
  const paired = part === "delivered" ? deliveredOnly : undeliveredOnly;
  if (paired === null || arm.metric === undefined || baseline.metric === undefined) return null;
  const { difference, interval, pValue, problems, pairing } = paired;
  const names = nameContrast(arm.report, baseline.report);
  const { level, power, named } = setting;
  // Those of the baseline alone belong to the other part: they are what this estimate is not about.
  const dropped = pairing.onlyInArm.length + pairing.unknown.length;
  const sentence = answerSentence({
    ...paired,
    ...names,
    dropped,
    about: [...contrastSubjects(arm.report.modelTitle, named), NAMES[part]],
    detectable: contrastDetectableEffect(paired, { significance: 1 - level, power }),
    power,
  });
  const words = contrastWords(arm.metric, baseline.metric, { ...names, problems, population: part });
  return { difference, interval, pValue, problems, dropped, words, sentence };
}
