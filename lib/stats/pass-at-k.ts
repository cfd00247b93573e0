import { requireOutcomes, type SampleOutcomes } from "@/lib/stats/sample-outcomes";

/**
 * pass@k of one problem: the chance that at least one of k samples passes, drawn without replacement from the n that were made;
 * 1 − C(n−c, k)/C(n, k) by the product form, unbiased.
 * @param outcomes n samples of which c are correct.
 * @param k How many samples are drawn, at least 1.
 * @returns A number in [0, 1]; null where n < k, where it cannot be estimated.
 * @throws RangeError on numbers that are not whole, c > n, or k below 1.
 * @see Chen et al. 2021, "Evaluating Large Language Models Trained on Code", arXiv 2107.03374, §2.1.
 */
export function passAtK(outcomes: SampleOutcomes, k: number): number | null {
  requireOutcomes(outcomes, k);
  const { samples, correct } = outcomes;
  if (samples < k) return null;
  if (k === 1) return correct / samples;
  const wrong = samples - correct;
  if (wrong < k) return 1;
  let allWrong = 1;
  if (k < correct) {
    // The same product with k factors, for counts of millions.
    for (let drawn = 0; drawn < k; drawn += 1) allWrong *= (wrong - drawn) / (samples - drawn);
    return 1 - allWrong;
  }
  for (let drawn = wrong + 1; drawn <= samples; drawn += 1) allWrong *= 1 - k / drawn;
  return 1 - allWrong;
}
