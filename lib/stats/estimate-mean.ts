import { clusteredStandardError } from "@/lib/stats/clustered-standard-error";
import { constantSampleInterval } from "@/lib/stats/constant-sample-interval";
import { clipInterval, DEFAULT_LEVEL, type Interval } from "@/lib/stats/interval";
import { isConstant } from "@/lib/stats/is-constant";
import { mean } from "@/lib/stats/mean";
import { requireFraction } from "@/lib/stats/require-fraction";
import { standardError } from "@/lib/stats/standard-error";
import { studentTQuantile } from "@/lib/stats/student-t-quantile";
import { sumByGroup } from "@/lib/stats/sum-by-group";

/** How an interval was made, for the note beside it. */
export type IntervalMethod = "t" | "clustered-t" | "constant-sample" | "wilson" | "wilson-groups" | "none";

/** A mean with what is known of its error; in the unit of the values. Unknown is null. */
export type MeanEstimate = {
  readonly mean: number;
  /** N: how many problems were averaged. */
  readonly problems: number;
  /** How many groups they form; null where they were taken as independent. */
  readonly groups: number | null;
  /** Null for one problem or group, and where all values are equal, so that their spread is unknown. */
  readonly standardError: number | null;
  readonly degreesOfFreedom: number | null;
  readonly interval: Interval | null;
  readonly method: IntervalMethod;
  readonly level: number;
};

export type MeanInput = {
  /** One value per problem. */
  readonly values: readonly number[];
  /** The group of each problem, where problems share one. */
  readonly groups?: readonly string[] | undefined;
  readonly level?: number | undefined;
  /** The values that are possible; the interval is kept inside. Left out for unbounded measures such as tokens. */
  readonly range?: Interval | undefined;
};

/**
 * Mean over problems with its standard error and Student-t interval; clustered where groups are given.
 * @returns See `MeanEstimate`. Equal values get the interval of `constantSampleInterval` where a range is known, otherwise none.
 * @throws RangeError on an empty sample, a value that is not finite or outside the range, lengths that differ, or a level outside (0, 1).
 * @see Miller 2024, arXiv 2411.00640, §2; clusteredStandardError.
 */
export function estimateMean(input: MeanInput): MeanEstimate {
  const { values, groups, range, level = DEFAULT_LEVEL } = input;
  requireFraction(level, "level");
  const centre = mean(values);
  requireRange(values, range);
  const units = groups === undefined ? values.length : sumByGroup(values, groups).length;
  const unknown = {
    mean: centre,
    problems: values.length,
    groups: groups === undefined ? null : units,
    standardError: null,
    degreesOfFreedom: null,
    interval: null,
    method: "none",
    level,
  } as const;
  if (units < 2) return unknown;
  if (isConstant(values)) {
    if (range === undefined) return unknown;
    const interval = constantSampleInterval({ value: centreOf(range, centre), count: units }, range, level);
    return { ...unknown, interval, method: "constant-sample" };
  }
  const error = errorOf(values, groups);
  // Groups with equal means leave no error to estimate, although the values differ.
  if (error === null || isConstant([0, error.standardError])) return unknown;
  const halfWidth = studentTQuantile(0.5 + level / 2, error.degreesOfFreedom) * error.standardError;
  const interval = { low: centre - halfWidth, high: centre + halfWidth };
  return {
    ...unknown,
    ...error,
    interval: range === undefined ? interval : clipInterval(interval, range),
    method: groups === undefined ? "t" : "clustered-t",
  };
}

function errorOf(values: readonly number[], groups: readonly string[] | undefined) {
  if (groups !== undefined) {
    const clustered = clusteredStandardError(values, groups);
    return clustered && { standardError: clustered.standardError, degreesOfFreedom: clustered.degreesOfFreedom };
  }
  const error = standardError(values);
  return error === null ? null : { standardError: error, degreesOfFreedom: values.length - 1 };
}

// A mean of equal values can leave the range by one rounding step.
function centreOf(range: Interval, value: number): number {
  return Math.min(Math.max(value, range.low), range.high);
}

function requireRange(values: readonly number[], range: Interval | undefined): void {
  if (range === undefined) return;
  const outside = values.find((value) => value < range.low - 1e-12 || value > range.high + 1e-12);
  if (outside !== undefined) throw new RangeError(`The value ${outside} lies outside its range, ${range.low} to ${range.high}.`);
}
