import type { Step, Value } from "@/lib/recordings/schema";

/** A variable as it was last seen. */
export type SeenValue = { readonly name: string; readonly text: string; readonly value: Value; readonly isNew: boolean };

const NONE: readonly SeenValue[] = [];

/**
 * Remembers the text of every variable per frame and tells which changes show: a variable bound to a value that reads the same is
 * no change. Deletions and changes whose text stays the same are counted.
 */
export class ValueTracker {
  deleted = 0;
  unseen = 0;
  private readonly frames = new Map<number, Map<string, SeenValue>>();

  constructor(private readonly repr: (value: Value) => string) {}

  /** Applies the changes of a step; those that show, in the recording's order. */
  apply({ frame, changes }: Step): readonly SeenValue[] {
    if (changes.length === 0) return NONE;
    const known = this.getFrame(frame);
    const shown: SeenValue[] = [];
    for (const { name, kind, value } of changes) {
      if (value === null) {
        known.delete(name);
        this.deleted += 1;
        continue;
      }
      const text = this.repr(value);
      const before = known.get(name);
      if (before?.text === text) {
        if (kind === "mutated") this.unseen += 1;
        continue;
      }
      const seen = { name, text, value, isNew: before === undefined };
      known.set(name, seen);
      shown.push(seen);
    }
    return shown;
  }

  /** The variables of a frame as they were last seen, in the order of their first binding. */
  list(frame: number): Iterable<SeenValue> {
    return this.getFrame(frame).values();
  }

  private getFrame(frame: number): Map<string, SeenValue> {
    const known = this.frames.get(frame);
    if (known !== undefined) return known;
    const created = new Map<string, SeenValue>();
    this.frames.set(frame, created);
    return created;
  }
}
