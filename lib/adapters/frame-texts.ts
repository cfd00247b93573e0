import type { Recording, Step, Value } from "@/lib/recordings/schema";

/** The variables of every frame as texts, in program order: as the code object lists them, others in the order of their binding. */
export class FrameTexts {
  private readonly frames = new Map<number, Map<string, string>>();
  private readonly orders: ReadonlyMap<number, readonly string[]>;

  constructor(
    recording: Recording,
    private readonly toText: (value: Value) => string,
    private readonly join: (name: string, value: string) => string,
  ) {
    this.orders = new Map(recording.frames.map(({ frame, variables }) => [frame, variables]));
  }

  /** Applies the changes of a step. */
  apply(step: Step): void {
    let known = this.frames.get(step.frame);
    if (known === undefined) {
      known = new Map();
      this.frames.set(step.frame, known);
    }
    let isSorted = true;
    for (const { name, value } of step.changes) {
      if (value === null) known.delete(name);
      else {
        if (!known.has(name)) isSorted = known.size === 0;
        known.set(name, this.join(name, this.toText(value)));
      }
    }
    if (!isSorted) this.frames.set(step.frame, sortByOrder(known, this.orders.get(step.frame) ?? []));
  }

  /** All variables of a frame. */
  list(frame: number): readonly string[] {
    return [...(this.frames.get(frame)?.values() ?? [])];
  }

  /** The variables that a step bound or changed, where they still exist. */
  listChanged(step: Step): readonly string[] {
    const known = this.frames.get(step.frame);
    return step.changes.flatMap(({ name }) => known?.get(name) ?? []);
  }
}

function sortByOrder(known: ReadonlyMap<string, string>, order: readonly string[]): Map<string, string> {
  const rank = (name: string): number => {
    const index = order.indexOf(name);
    return index < 0 ? order.length : index;
  };
  return new Map([...known].sort(([a], [b]) => rank(a) - rank(b)));
}
