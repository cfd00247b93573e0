import { formatPValue } from "@/lib/stats/format-p-value";
import { formatPercent } from "@/lib/stats/format-percent";
import { formatPoints } from "@/lib/stats/format-points";
import type { Interval } from "@/lib/stats/interval";
import { requireCount } from "@/lib/stats/require-count";
import { requireFraction } from "@/lib/stats/require-fraction";
import { significanceOf } from "@/lib/stats/significance-of";

/** The numbers of one contrast and what they are called. Rates, not points: 0.021 is 2.1 points. */
export type Answer = {
  readonly arm: string;
  readonly baseline: string;
  /** What the contrast is about, such as the model and the benchmark; may be empty. */
  readonly about: readonly string[];
  readonly difference: number;
  readonly interval: Interval | null;
  /** Of the interval, such as 0.95; the significance is what is left to 1. */
  readonly level: number;
  /** N, the problems that both arms have. */
  readonly problems: number;
  readonly dropped: number;
  /** Groups that the problems were drawn in, for clustered errors; null or left out: each by itself. */
  readonly groups?: number | null;
  /** Raw and two-sided; null where it could not be tested. */
  readonly pValue: number | null;
  /** The adjusted p-value of this contrast, which then decides; left out for a contrast that is a family of its own. */
  readonly correction?: {
    readonly method: "Holm" | "Benjamini–Hochberg";
    readonly contrasts: number;
    readonly pValue: number | null;
  };
  /** From `contrastDetectableEffect`; null where no effect of any size could have been seen. */
  readonly detectable: number | null;
  /** The power of `detectable`, 0.8 unless given. */
  readonly power?: number;
};

/**
 * The answer to one contrast in one sentence, written from its numbers alone: "Concise minus feedback, Qwen2.5-Coder-7B: +2.1 points,
 * 95 % −4.0 to +8.2, N = 26: not distinguishable from zero; an effect under 18 points could not have been seen with 80 % power."
 * @returns "Distinguishable" only where the corrected p-value (or the raw one without a correction) is below 1 − level.
 * @throws RangeError on a level or power outside (0, 1), no problems, or a difference that is not finite.
 */
export function answerSentence(answer: Answer): string {
  requireFraction(answer.level, "level");
  requireCount(answer.problems, "problems", 1);
  requireCount(answer.dropped, "dropped problems");
  if (!Number.isFinite(answer.difference)) throw new RangeError(`The difference is ${answer.difference}, not a finite number.`);
  const subject = [`${answer.arm} minus ${answer.baseline}`, ...answer.about].join(", ");
  const dropped = answer.dropped === 0 ? "" : ` (${answer.dropped} dropped, not known in both)`;
  const groups = typeof answer.groups === "number" ? ` in ${answer.groups} ${answer.groups === 1 ? "group" : "groups"}` : "";
  const size = `N = ${answer.problems}${groups}${dropped}`;
  return `${subject}: ${formatPoints(answer.difference)} points, ${limits(answer)}, ${size}: ${verdict(answer)}.`;
}

function limits({ interval, level }: Answer): string {
  const percent = `${formatPercent(level)}`;
  if (interval === null) return `${percent} interval unknown`;
  return `${percent} ${formatPoints(interval.low)} to ${formatPoints(interval.high)}`;
}

function verdict(answer: Answer): string {
  const deciding = answer.correction === undefined ? answer.pValue : answer.correction.pValue;
  if (answer.pValue === null || deciding === null) return `too few problems to test; ${unseen(answer)}`;
  const significance = significanceOf(answer.level);
  // Where the interval alone would say otherwise, the reader is owed the reason.
  const { interval } = answer;
  const values = pValues(answer, answer.pValue);
  const reason = `the interval is approximate, the exact test decides: ${values}`;
  const holdsZero = interval === null ? null : interval.low <= 0 && interval.high >= 0;
  if (deciding < significance) return `distinguishable from zero (${holdsZero === true ? reason : values})`;
  if (answer.pValue < significance) return `not distinguishable from zero (${values}); ${unseen(answer)}`;
  return `not distinguishable from zero${holdsZero === false ? ` (${reason})` : ""}; ${unseen(answer)}`;
}

function pValues(answer: Answer, raw: number): string {
  const { correction } = answer;
  const significance = significanceOf(answer.level);
  if (correction === undefined || correction.pValue === null) return formatPValue(raw, significance);
  const family = `${correction.method} over ${correction.contrasts} ${correction.contrasts === 1 ? "contrast" : "contrasts"}`;
  return `${formatPValue(raw, significance)}, after ${family} ${formatPValue(correction.pValue, significance)}`;
}

function unseen({ detectable, power = 0.8 }: Answer): string {
  requireFraction(power, "power");
  const withPower = `could have been seen with ${formatPercent(power)} power`;
  if (detectable === null) return `no effect of any size ${withPower}`;
  const points = detectable * 100;
  const size = points < 10 ? points.toFixed(1) : points.toFixed(0);
  return `an effect under ${size} points ${withPower.replace("could have", "could not have")}`;
}
