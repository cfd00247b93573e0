import { logBeta } from "@/lib/stats/log-beta";
import { requireCount } from "@/lib/stats/require-count";

/** Discordant pairs: how many problems the arm fixed and how many it broke. */
export type Discordant = { readonly fixed: number; readonly broken: number };

/**
 * Exact McNemar test of no difference between two arms, two-sided: were the flips a fair coin, how often would they split at least
 * as unevenly? Never rejects too often; with few flips it rejects too rarely.
 * @param flips Whole numbers from 0.
 * @returns p in (0, 1]; 1 without any flip.
 * @throws RangeError on counts that are not whole or negative.
 * @see McNemar 1947; the conditional binomial test as in Agresti, "Categorical Data Analysis", §11.1.
 */
export function mcnemarExact(flips: Discordant): number {
  const { below, at } = halfTails(flips);
  return Math.min(1, 2 * (below + at));
}

/**
 * McNemar's test with the mid-p correction: outcomes as uneven as the one seen count half. Closer to its level than the exact
 * test, at the price of exceeding it slightly now and then.
 * @param flips Whole numbers from 0.
 * @returns p in (0, 1]; 1 without any flip, since nothing was seen.
 * @throws RangeError on counts that are not whole or negative.
 * @see Fagerland, Lydersen and Laake 2013, BMC Medical Research Methodology 13:91.
 */
export function mcnemarMidP(flips: Discordant): number {
  const { below, at } = halfTails(flips);
  if (flips.fixed + flips.broken === 0) return 1;
  if (flips.fixed === flips.broken) return 1 - at / 2;
  return 2 * below + at;
}

/** For a fair coin: the probabilities of fewer than, and of exactly, the smaller of the two counts. */
function halfTails({ fixed, broken }: Discordant): { readonly below: number; readonly at: number } {
  requireCount(fixed, "fixed problems");
  requireCount(broken, "broken problems");
  const total = fixed + broken;
  const smaller = Math.min(fixed, broken);
  const at = binomialAtHalf(total, smaller);
  let below = 0;
  let term = at;
  for (let count = smaller; count > 0 && term > below * 1e-17; count -= 1) {
    term *= count / (total - count + 1);
    below += term;
  }
  return { below, at };
}

/** C(total, count) / 2^total. */
function binomialAtHalf(total: number, count: number): number {
  if (total <= 1000) {
    let value = 0.5 ** total;
    for (let step = 1; step <= count; step += 1) value *= (total - count + step) / step;
    return value;
  }
  return Math.exp(-logBeta(count + 1, total - count + 1) - Math.log1p(total) - total * Math.LN2);
}
