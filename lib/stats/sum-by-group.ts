import { elementAt } from "@/lib/stats/element-at";
import { requireValues } from "@/lib/stats/require-values";

/** What a group contributes to a mean: the sum of its values and how many they are. */
export type GroupSum = { readonly sum: number; readonly count: number };

/**
 * Sums of values by group, in order of first appearance.
 * @param groups The group of each value, same length; values of one group may depend on each other.
 * @throws RangeError on an empty sample, a value that is not finite, or lengths that differ.
 */
export function sumByGroup(values: readonly number[], groups: readonly string[]): readonly GroupSum[] {
  requireValues(values, "values");
  if (groups.length !== values.length) {
    throw new RangeError(`There are ${values.length} values but ${groups.length} groups; each value needs one.`);
  }
  const sums = new Map<string, { sum: number; count: number }>();
  for (const [index, value] of values.entries()) {
    const group = elementAt(groups, index);
    const entry = sums.get(group);
    if (entry === undefined) sums.set(group, { sum: value, count: 1 });
    else {
      entry.sum += value;
      entry.count += 1;
    }
  }
  return [...sums.values()];
}
