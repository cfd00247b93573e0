import { mean } from "@/lib/stats/mean";
import { sumByGroup } from "@/lib/stats/sum-by-group";

/** Error of a mean whose values come in groups. */
export type ClusteredError = {
  /** Corrected for few groups (CR2); intervals and tests stand on this one. */
  readonly standardError: number;
  /** The plain sandwich estimate (CR0), too small with few groups; printed for comparison with other tools. */
  readonly uncorrected: number;
  /** Bell and McCaffrey's; G − 1 for groups of equal size, fewer for unequal ones. */
  readonly degreesOfFreedom: number;
  readonly groups: number;
};

/**
 * Standard error of a mean over problems that share groups (one repository, one contest), robust to any dependence within a group.
 * With groups of one problem each, `standardError` is exactly sd/√N with Bessel's correction and N − 1 degrees of freedom.
 * @param values One value per problem, any unit.
 * @param groups The group of each problem, same length.
 * @returns null with fewer than two groups, where nothing can be said.
 * @throws RangeError on an empty sample, a value that is not finite, or lengths that differ.
 * @see Miller 2024, arXiv 2411.00640, §2.2 (uncorrected); Bell and McCaffrey 2002 and Pustejovsky and Tipton 2018 (CR2 and its
 *   degrees of freedom, which have this closed form for a mean).
 */
export function clusteredStandardError(values: readonly number[], groups: readonly string[]): ClusteredError | null {
  const centre = mean(values);
  const total = values.length;
  const sums = sumByGroup(values, groups);
  if (sums.length < 2) return null;
  let uncorrected = 0;
  let corrected = 0;
  for (const { sum, count } of sums) {
    const square = (sum - count * centre) ** 2;
    uncorrected += square;
    corrected += square / (1 - count / total);
  }
  return {
    standardError: Math.sqrt(corrected) / total,
    uncorrected: Math.sqrt(uncorrected) / total,
    degreesOfFreedom: degreesOfFreedom(sums.map(({ count }) => count)),
    groups: sums.length,
  };
}

function degreesOfFreedom(sizes: readonly number[]): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let squares = 0;
  let leverages = 0;
  let squaredLeverages = 0;
  for (const size of sizes) {
    const leverage = size ** 2 / (total - size);
    squares += size ** 2;
    leverages += leverage;
    squaredLeverages += leverage ** 2;
  }
  return total ** 2 / (squares + leverages ** 2 - squaredLeverages);
}
