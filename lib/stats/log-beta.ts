import { logGamma, STIRLING_FROM, stirlingRest } from "@/lib/stats/log-gamma";

/**
 * Natural logarithm of the beta function B(a, b) = Γ(a)Γ(b)/Γ(a + b), without the cancellation between large gamma values.
 * @param a A positive number.
 * @param b A positive number.
 * @throws RangeError on parameters that are not positive.
 * @see Abramowitz and Stegun 6.2.2; the difference of two Stirling series as in Didonato and Morris 1992 (TOMS 708).
 */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large);
  return logGamma(small) - logGammaGrowth(large, small);
}

/** log Γ(large + step) − log Γ(large), with the large terms cancelled on paper. */
function logGammaGrowth(large: number, step: number): number {
  const sum = large + step;
  return (large - 0.5) * Math.log1p(step / large) + step * Math.log(sum) - step + stirlingRest(sum) - stirlingRest(large);
}
