import type { Change, Value } from "@/lib/recordings/schema";

/** A change that shows, with the text of its new value. */
export type TrackedChange = { readonly name: string; readonly text: string; readonly value: Value; readonly isNew: boolean };

type Known = { readonly text: string; readonly value: Value };

/**
 * Remembers the text of every variable per frame and tells which changes show: a variable bound to a value that reads the same is
 * no change. Deletions and changes whose text stays the same are counted.
 */
export class ValueTracker {
  deleted = 0;
  unseen = 0;
  private readonly frames = new Map<number, Map<string, Known>>();

  constructor(private readonly repr: (value: Value) => string) {}

  /** The shown changes of one moment, in the recording's order. */
  apply(frame: number, changes: readonly Change[]): readonly TrackedChange[] {
    let known = this.frames.get(frame);
    if (known === undefined) {
      known = new Map();
      this.frames.set(frame, known);
    }
    const shown: TrackedChange[] = [];
    for (const change of changes) {
      if (change.value === null) {
        known.delete(change.name);
        this.deleted += 1;
        continue;
      }
      const text = this.repr(change.value);
      const before = known.get(change.name);
      if (before?.text !== text) shown.push({ name: change.name, text, value: change.value, isNew: before === undefined });
      else if (change.kind === "mutated") this.unseen += 1;
      known.set(change.name, { text, value: change.value });
    }
    return shown;
  }

  /** The variables of a frame as they were last seen, in the order of their first binding. */
  listKnown(frame: number): readonly { readonly name: string; readonly text: string; readonly value: Value }[] {
    return [...(this.frames.get(frame) ?? [])].map(([name, known]) => ({ name, ...known }));
  }
}
