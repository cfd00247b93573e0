import { dumpJsonString } from "@/lib/adapters/dump-json";
import type { ValueTracker } from "@/lib/adapters/track-values";
import type { Recording, Step } from "@/lib/recordings/schema";

type Local = { readonly name: string; readonly key: string; text: string; isFresh: boolean };

/** The locals of every frame as Code World Model writes them: in the order of the code object, unchanged ones as `..`. */
export class CwmLocals {
  private readonly frames = new Map<number, Local[]>();
  private readonly orders: ReadonlyMap<number, readonly string[]>;

  constructor(
    recording: Recording,
    private readonly tracker: ValueTracker,
  ) {
    this.orders = new Map(recording.frames.map(({ frame, variables }) => [frame, variables]));
  }

  apply(step: Step): void {
    const locals = this.getLocals(step.frame);
    for (const { name, value } of step.changes) {
      if (value !== null) continue;
      const place = locals.findIndex((local) => local.name === name);
      if (place >= 0) locals.splice(place, 1);
    }
    for (const { name, text } of this.tracker.apply(step)) {
      const known = locals.find((local) => local.name === name);
      if (known === undefined) this.insert(step.frame, { name, key: `${dumpJsonString(name)}: `, text, isFresh: true });
      else {
        known.text = text;
        known.isFresh = true;
      }
    }
  }

  /** The next description of the frame writes out all values. */
  forget(frame: number): void {
    for (const local of this.getLocals(frame)) local.isFresh = true;
  }

  /** All locals of a frame; from then on its values count as known. */
  describe(frame: number): string {
    let entries = "";
    for (const local of this.getLocals(frame)) {
      if (entries !== "") entries += ", ";
      entries += local.isFresh ? local.key + dumpJsonString(local.text) : `${local.key}".."`;
      local.isFresh = false;
    }
    return `{${entries}}`;
  }

  private getLocals(frame: number): Local[] {
    const known = this.frames.get(frame);
    if (known !== undefined) return known;
    const created: Local[] = [];
    this.frames.set(frame, created);
    return created;
  }

  private insert(frame: number, local: Local): void {
    const locals = this.getLocals(frame);
    const order = this.orders.get(frame) ?? [];
    const rank = ({ name }: Local): number => {
      const index = order.indexOf(name);
      return index < 0 ? order.length : index;
    };
    const found = locals.findIndex((known) => rank(local) < rank(known));
    locals.splice(found < 0 ? locals.length : found, 0, local);
  }
}
