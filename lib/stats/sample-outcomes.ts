import { requireCount } from "@/lib/stats/require-count";

/** What is known of one problem in one arm: n judged samples, of which c are correct. Infrastructure errors are in neither. */
export type SampleOutcomes = { readonly samples: number; readonly correct: number };

/** @throws RangeError on numbers that are not whole, c > n, or k below 1. */
export function requireOutcomes({ samples, correct }: SampleOutcomes, k: number): void {
  requireCount(samples, "samples");
  requireCount(correct, "correct samples");
  requireCount(k, "samples to draw", 1);
  if (correct > samples) throw new RangeError(`There are ${correct} correct samples among only ${samples}.`);
}
