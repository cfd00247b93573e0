import { estimateMean, type IntervalMethod } from "@/lib/stats/estimate-mean";
import type { Interval } from "@/lib/stats/interval";
import { isConstant } from "@/lib/stats/is-constant";
import { mcnemarExact } from "@/lib/stats/mcnemar";
import { mean } from "@/lib/stats/mean";
import { differencesOf, groupsOf, type Pair, type Pairing, type ProblemValues, pairValues } from "@/lib/stats/pair-values";
import { permutationTest } from "@/lib/stats/permutation-test";
import { studentTCdf } from "@/lib/stats/student-t-cdf";
import { sumByGroup } from "@/lib/stats/sum-by-group";

const RATE_DIFFERENCES: Interval = { low: -1, high: 1 };
/**
 * Where fewer problems (or groups, and not all of them) differ, their signs are tested: t takes all the others for equal for certain, and
 * calls four of 26 significant.
 */
const FEW = 10;

export type PairedInput = {
  readonly arm: ProblemValues;
  readonly baseline: ProblemValues;
  /** Problem id to group id, where problems share groups. */
  readonly groupOf?: ReadonlyMap<string, string> | undefined;
  readonly level?: number | undefined;
  /** "rate" for values in [0, 1], the default; "unbounded" for tokens, seconds and the like. */
  readonly measure?: "rate" | "unbounded" | undefined;
};

/** A contrast of two arms on the problems that both have; differences are arm − baseline. Unknown is null. */
export type PairedDifference = {
  readonly difference: number;
  readonly armMean: number;
  readonly baselineMean: number;
  /** N: the problems that both arms have. */
  readonly problems: number;
  readonly pairing: Pairing;
  readonly groups: number | null;
  /** How many problems have different values in the two arms. */
  readonly differing: number;
  /** How large the difference of a problem (a group, weighted by its size) is without its sign, on average over those that differ. */
  readonly differingBy: number | null;
  /** The error that the interval and the p-value stand on (small-sample corrected where clustered). */
  readonly standardError: number | null;
  readonly degreesOfFreedom: number | null;
  readonly interval: Interval | null;
  readonly method: IntervalMethod;
  /** Two-sided, of no difference, by the test in `testedBy`. Not corrected for other contrasts. */
  readonly pValue: number | null;
  /**
   * "mcnemar" (exact) for 0/1 outcomes that do not share groups, "sign-flips" (all of them, which for 0/1 outcomes is the same) for
   * rates of which fewer than ten differ, or fewer than ten groups but not all of them, "t" otherwise; "sign" where all differences are equal, so that t is undefined and only
   * their common sign can be tested.
   */
  readonly testedBy: "mcnemar" | "sign-flips" | "t" | "sign" | "none";
  /** Student's t, the test that belongs to the interval; null where its error is unknown. */
  readonly tPValue: number | null;
  readonly level: number;
};

/**
 * Mean paired difference of two arms over their common problems, with standard error, interval and test.
 * @returns See `PairedDifference`; `pairing` names every problem that was dropped.
 * @throws RangeError where the arms have no problem with known values in common, or a rate lies outside [0, 1].
 * @see Miller 2024, "Adding Error Bars to Evals", arXiv 2411.00640, §4; mcnemarExact; clusteredStandardError for groups.
 */
export function pairedDifference(input: PairedInput): PairedDifference {
  const pairing = pairValues(input);
  if (pairing.pairs.length === 0) {
    throw new RangeError(`The two arms have no problem with known values in common; ${pairing.dropped} were dropped.`);
  }
  const measure = input.measure ?? "rate";
  if (measure === "rate") requireRates(pairing);
  const values = differencesOf(pairing);
  const groups = input.groupOf === undefined ? undefined : groupsOf(pairing, input.groupOf);
  const range = measure === "rate" ? RATE_DIFFERENCES : undefined;
  const { mean: difference, ...estimate } = estimateMean({ values, groups, level: input.level, range });
  return {
    difference,
    armMean: mean(pairing.pairs.map(({ arm }) => arm)),
    baselineMean: mean(pairing.pairs.map(({ baseline }) => baseline)),
    pairing,
    ...estimate,
    differing: differingSizes(values).length,
    differingBy: meanOf(differingSizes(unitsOf(values, groups))),
    ...test(pairing, { difference, measure, labels: groups, ...estimate }),
  };
}

/** The differences of what was drawn: of problems, or of groups, so weighted that their mean is that of the problems. */
function unitsOf(values: readonly number[], groups: readonly string[] | undefined): readonly number[] {
  if (groups === undefined) return values;
  const sums = sumByGroup(values, groups);
  return sums.map(({ sum }) => (sum * sums.length) / values.length);
}

function differingSizes(values: readonly number[]): readonly number[] {
  return values.map(Math.abs).filter((size) => size > 1e-12);
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : mean(values);
}

type Estimated = Pick<PairedDifference, "difference" | "problems" | "groups" | "standardError" | "degreesOfFreedom"> & {
  readonly measure: "rate" | "unbounded";
  /** The group of each pair. */
  readonly labels: readonly string[] | undefined;
};

function test(pairing: Pairing, estimate: Estimated): Pick<PairedDifference, "pValue" | "testedBy" | "tPValue"> {
  const { difference, standardError, degreesOfFreedom } = estimate;
  const units = estimate.groups ?? estimate.problems;
  if (units < 2) return { pValue: null, testedBy: "none", tPValue: null };
  const tPValue =
    standardError === null || degreesOfFreedom === null
      ? null
      : 2 * studentTCdf(-Math.abs(difference / standardError), degreesOfFreedom);
  if (estimate.groups === null && pairing.pairs.every(isFlip)) {
    const fixed = pairing.pairs.filter(({ arm, baseline }) => arm > baseline).length;
    const broken = pairing.pairs.filter(({ arm, baseline }) => arm < baseline).length;
    return { pValue: mcnemarExact({ fixed, broken }), testedBy: "mcnemar", tPValue };
  }
  const differences = differencesOf(pairing);
  if (!isConstant(differences)) {
    // A group differs where one of its problems does, though they may cancel out.
    const differing = differingSizes(unitsOf(differences.map(Math.abs), estimate.labels)).length;
    if (estimate.measure === "rate" && differing < FEW && (estimate.groups === null || differing < units)) {
      // So few signs are all looked at, so that the seed has no part in p.
      const { pValue } = permutationTest({ differences, groups: estimate.labels, seed: 0 });
      return { pValue, testedBy: "sign-flips", tPValue };
    }
    return { pValue: tPValue, testedBy: tPValue === null ? "none" : "t", tPValue };
  }
  // All equal and not zero: under the null their common sign is a toss, so p = 2·0.5^units.
  return { pValue: Math.abs(difference) <= 1e-12 ? 1 : 2 * 0.5 ** units, testedBy: "sign", tPValue };
}

function isFlip({ arm, baseline }: Pair): boolean {
  return (arm === 0 || arm === 1) && (baseline === 0 || baseline === 1);
}

function requireRates(pairing: Pairing): void {
  for (const { problem, arm, baseline } of pairing.pairs) {
    if (Math.min(arm, baseline) < 0 || Math.max(arm, baseline) > 1) {
      throw new RangeError(`Problem ${problem} has the values ${arm} and ${baseline}; rates lie between 0 and 1.`);
    }
  }
}
