import { elementAt } from "@/lib/stats/element-at";
import { requireCount } from "@/lib/stats/require-count";
import { requireValues } from "@/lib/stats/require-values";
import { type Random, seededRandom } from "@/lib/stats/seeded-random";
import { sumByGroup } from "@/lib/stats/sum-by-group";

export type PermutationInput = {
  /** dᵢ, one per problem. */
  readonly differences: readonly number[];
  /** The group of each problem; whole groups change sign together. */
  readonly groups?: readonly string[] | undefined;
  readonly draws?: number | undefined;
  readonly seed: number;
};

export type PermutationResult = {
  /** Two-sided, (k + 1)/(m + 1). */
  readonly pValue: number;
  /** k: sign flips at least as far from zero as what was seen. */
  readonly asExtreme: number;
  /** m: sign flips looked at, besides what was seen. */
  readonly flips: number;
  /** "all" where every sign flip was looked at, so that the seed had no part in p. */
  readonly looked: "all" | "drawn";
  readonly seed: number;
};

/**
 * Sign-flip permutation test of no difference: under the null each difference was as likely with the other sign. Looks at all sign
 * flips where they are no more than `draws`, otherwise at that many random ones; p = (k + 1)/(m + 1) either way.
 * @returns p is 1 where all differences are zero.
 * @throws RangeError on an empty sample, a value that is not finite, or fewer than one draw.
 * @see Phipson and Smyth 2010, "Permutation P-values Should Never Be Zero".
 */
export function permutationTest(input: PermutationInput): PermutationResult {
  const { differences, groups, draws = 10_000, seed } = input;
  requireValues(differences, "differences");
  requireCount(draws, "draws", 1);
  const random = seededRandom(seed);
  const sums = groups === undefined ? differences : sumByGroup(differences, groups).map(({ sum }) => sum);
  const scale = sums.reduce((total, sum) => total + Math.abs(sum), 0);
  const moving = sums.filter((sum) => Math.abs(sum) > 1e-12 * scale);
  const seen = Math.abs(moving.reduce((total, sum) => total + sum, 0));
  // Sums of the same numbers in another order differ in their last bits and must still count as equal.
  const isAsExtreme = (total: number) => Math.abs(total) >= seen - 1e-12 * scale;
  const all = 2 ** moving.length - 1;
  const looked = all <= draws ? "all" : "drawn";
  const asExtreme = looked === "all" ? countAll(moving, isAsExtreme) : countDrawn(moving, isAsExtreme, { random, draws });
  const flips = looked === "all" ? all : draws;
  return { pValue: (asExtreme + 1) / (flips + 1), asExtreme, flips, looked, seed };
}

type IsAsExtreme = (total: number) => boolean;

/** Every sign flip but the one that changes nothing. */
function countAll(sums: readonly number[], isAsExtreme: IsAsExtreme): number {
  let count = 0;
  for (let signs = 1; signs < 2 ** sums.length; signs += 1) {
    let total = 0;
    for (const [index, sum] of sums.entries()) total += (signs >>> index) & 1 ? -sum : sum;
    if (isAsExtreme(total)) count += 1;
  }
  return count;
}

function countDrawn(
  sums: readonly number[],
  isAsExtreme: IsAsExtreme,
  source: { readonly random: Random; readonly draws: number },
) {
  let count = 0;
  for (let draw = 0; draw < source.draws; draw += 1) {
    let total = 0;
    let bits = 0;
    for (let index = 0; index < sums.length; index += 1) {
      if (index % 32 === 0) bits = source.random.nextInt(2 ** 32);
      const sum = elementAt(sums, index);
      total += (bits >>> (index % 32)) & 1 ? -sum : sum;
    }
    if (isAsExtreme(total)) count += 1;
  }
  return count;
}
