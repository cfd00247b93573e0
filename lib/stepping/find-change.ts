import type { Recording } from "@/lib/recordings/schema";

export type ChangeSearch = { readonly from: number; readonly direction: 1 | -1; readonly name: string };

/** The nearest step after (or before) `from` that changes a variable called `name`, or null. */
export function findChange(recording: Recording, { from, direction, name }: ChangeSearch): number | null {
  for (let index = from + direction; index >= 0 && index < recording.steps.length; index += direction) {
    if (recording.steps[index]?.changes.some((change) => change.name === name)) return index;
  }
  return null;
}
