import type { Recording, Step, Value } from "@/lib/recordings/schema";

export type FrameTextStyle = {
  /** A variable as text. */
  readonly describe: (name: string, value: Value) => string;
  readonly separator: string;
  /** program: as the code object lists the variables, others in the order of their binding. name: sorted. */
  readonly order: "program" | "name";
};

type FrameState = { variables: Map<string, string>; joined: string | null };

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
    const state = this.frames.get(frame) ?? { variables: new Map<string, string>(), joined: null };
    this.frames.set(frame, state);
    state.joined = null;
    let hasNew = false;
    for (const { name, value } of changes) {
      if (value === null) {
        state.variables.delete(name);
        this.deleted += 1;
        continue;
      }
      hasNew ||= !state.variables.has(name);
      state.variables.set(name, this.style.describe(name, value));
    }
    if (hasNew) state.variables = this.sort(frame, state.variables);
  }

  /** All variables of a frame. */
  join(frame: number): string {
    const state = this.frames.get(frame);
    if (state === undefined) return "";
    state.joined ??= Array.from(state.variables.values()).join(this.style.separator);
    return state.joined;
  }

  /** The variables that a step bound or changed, where they still exist. */
  joinChanged({ frame, changes }: Step): string {
    const variables = this.frames.get(frame)?.variables;
    return changes.flatMap(({ name }) => variables?.get(name) ?? []).join(this.style.separator);
  }

  private sort(frame: number, variables: ReadonlyMap<string, string>): Map<string, string> {
    const order = this.orders.get(frame) ?? [];
    const rank = (name: string): number => {
      const index = order.indexOf(name);
      return index < 0 ? order.length : index;
    };
    const isByName = this.style.order === "name";
    const compare = ([a]: readonly [string, string], [b]: readonly [string, string]): number => {
      if (!isByName) return rank(a) - rank(b);
      return a < b ? -1 : 1;
    };
    return new Map([...variables].sort(compare));
  }
}
