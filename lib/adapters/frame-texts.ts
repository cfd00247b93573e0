import type { Recording, Step, Value } from "@/lib/recordings/schema";

export type FrameTextStyle = {
  /** A variable as text. */
  readonly describe: (name: string, value: Value) => string;
  readonly separator: string;
  /** program: as the code object lists the variables, others in the order of their binding. name: sorted. */
  readonly order: "program" | "name";
};

type FrameState = { names: string[]; texts: string[]; joined: string | null };

/** The variables of every frame as text, kept up to date from step to step. */
export class FrameTexts {
  /** Variables that were deleted. */
  deleted = 0;
  private readonly frames = new Map<number, FrameState>();
  private readonly orders: ReadonlyMap<number, readonly string[]>;

  constructor(
    recording: Recording,
    private readonly style: FrameTextStyle,
  ) {
    this.orders = new Map(recording.frames.map(({ frame, variables }) => [frame, variables]));
  }

  /** Applies the changes of a step. */
  apply({ frame, changes }: Step): void {
    if (changes.length === 0) return;
    const state = this.getState(frame);
    state.joined = null;
    for (const { name, value } of changes) {
      const place = state.names.indexOf(name);
      if (value === null) this.remove(state, place);
      else if (place < 0) this.insert(state, { frame, name, text: this.style.describe(name, value) });
      else state.texts[place] = this.style.describe(name, value);
    }
  }

  /** All variables of a frame. */
  join(frame: number): string {
    const state = this.getState(frame);
    state.joined ??= state.texts.join(this.style.separator);
    return state.joined;
  }

  /** The variables that a step bound or changed, where they still exist. */
  joinChanged({ frame, changes }: Step): string {
    const { names, texts } = this.getState(frame);
    return changes.flatMap(({ name }) => texts[names.indexOf(name)] ?? []).join(this.style.separator);
  }

  private getState(frame: number): FrameState {
    const known = this.frames.get(frame);
    if (known !== undefined) return known;
    const created: FrameState = { names: [], texts: [], joined: null };
    this.frames.set(frame, created);
    return created;
  }

  private remove(state: FrameState, place: number): void {
    this.deleted += 1;
    if (place < 0) return;
    state.names.splice(place, 1);
    state.texts.splice(place, 1);
  }

  private insert(state: FrameState, { frame, name, text }: { frame: number; name: string; text: string }): void {
    const order = this.orders.get(frame) ?? [];
    const rank = (known: string): number => {
      const index = order.indexOf(known);
      return index < 0 ? order.length : index;
    };
    const isBefore = (known: string): boolean => (this.style.order === "name" ? name < known : rank(name) < rank(known));
    const found = state.names.findIndex(isBefore);
    const place = found < 0 ? state.names.length : found;
    state.names.splice(place, 0, name);
    state.texts.splice(place, 0, text);
  }
}
