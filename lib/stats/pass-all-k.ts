import { requireOutcomes, type SampleOutcomes } from "@/lib/stats/sample-outcomes";

/**
 * pass^k of one problem: the chance that all of k samples pass, drawn without replacement from the n that were made; C(c, k)/C(n, k).
 * @param outcomes n samples of which c are correct.
 * @param k How many samples are drawn, at least 1.
 * @returns A number in [0, 1]; null where n < k, where it cannot be estimated.
 * @throws RangeError on numbers that are not whole, c > n, or k below 1.
 * @see Yao et al. 2024, "τ-bench", arXiv 2406.12045, §3.
 */
export function passAllK(outcomes: SampleOutcomes, k: number): number | null {
  requireOutcomes(outcomes, k);
  const { samples, correct } = outcomes;
  if (samples < k) return null;
  let allRight = 1;
  for (let drawn = 0; drawn < k && allRight > 0; drawn += 1) allRight *= (correct - drawn) / (samples - drawn);
  return allRight;
}
