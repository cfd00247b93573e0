import { dumpJsonString } from "@/lib/adapters/dump-json";
import type { ValueTracker } from "@/lib/adapters/track-values";
import type { Recording, Step } from "@/lib/recordings/schema";

/** The locals of every frame as Code World Model writes them: in the order of the code object, unchanged ones as `..`. */
export class CwmLocals {
  private readonly changed = new Map<number, Set<string>>();
  private readonly orders: ReadonlyMap<number, readonly string[]>;

  constructor(
    recording: Recording,
    private readonly tracker: ValueTracker,
  ) {
    this.orders = new Map(recording.frames.map(({ frame, variables }) => [frame, variables]));
  }

  apply(step: Step): void {
    for (const { name } of this.tracker.apply(step)) this.changesOf(step.frame).add(name);
  }

  /** The next description of the frame writes out all values. */
  forget(frame: number): void {
    for (const { name } of this.tracker.list(frame)) this.changesOf(frame).add(name);
  }

  /** All locals of a frame; from then on its values count as known. */
  describe(frame: number): string {
    const changed = this.changesOf(frame);
    const order = this.orders.get(frame) ?? [];
    const rank = (name: string): number => {
      const index = order.indexOf(name);
      return index < 0 ? order.length : index;
    };
    const seen = [...this.tracker.list(frame)].sort((a, b) => rank(a.name) - rank(b.name));
    const entries = seen.map(({ name, text }) => `${dumpJsonString(name)}: ${changed.has(name) ? dumpJsonString(text) : '".."'}`);
    changed.clear();
    return `{${entries.join(", ")}}`;
  }

  private changesOf(frame: number): Set<string> {
    const known = this.changed.get(frame);
    if (known !== undefined) return known;
    const created = new Set<string>();
    this.changed.set(frame, created);
    return created;
  }
}
