import type { Recording } from "@/lib/recordings/schema";

/** A range of rendered text (UTF-16 offsets, end exclusive) and what it shows; `step` is null where it is the bare source. */
export type Span = { readonly start: number; readonly end: number; readonly step: number | null; readonly line: number };

/** Something the text does not show, with how often; every loss is a note, never silent. */
export type Note = {
  readonly kind: "elided" | "truncated" | "not-representable" | "assumption";
  readonly message: string;
  readonly count: number;
};

export type Rendering = { readonly text: string; readonly spans: readonly Span[]; readonly notes: readonly Note[] };

export type OptionValue = number | boolean | string;

export type AdapterOptions = Readonly<Record<string, OptionValue>>;

export type AdapterOption = { readonly name: string; readonly label: string; readonly description: string } & (
  | { readonly type: "integer"; readonly default: number; readonly minimum: number; readonly maximum: number }
  | { readonly type: "boolean"; readonly default: boolean }
  | { readonly type: "choice"; readonly default: string; readonly choices: readonly string[] }
);

export type Adapter = {
  /** `format` or `format@dialect`; used in URLs and condition names. */
  readonly id: string;
  readonly title: string;
  /** Short label and glyph, the same on every page, chart and export. */
  readonly label: string;
  readonly glyph: string;
  /** The family, which is its colour's name among the page's tokens: `next@tracewise` has that of `next`. */
  readonly colour: string;
  readonly paper: { readonly title: string; readonly url: string };
  readonly dialect: string;
  readonly version: string;
  readonly asReleased: boolean;
  /** One paragraph for the interface: what the text shows and where the format comes from. */
  readonly description: string;
  /** `inline`: the annotated program. `block`: prompts put the program first, then this text. */
  readonly placement: "inline" | "block";
  /** Whether a longer recording can have a shorter text, because the format leaves out visits, iterations or blocks. */
  readonly mayShrink: boolean;
  readonly options: readonly AdapterOption[];
  /** The line that marks a text cut to a token budget, in the comment style of the format. */
  readonly cutMark: (shownSteps: number, allSteps: number) => string;
  /** Pure. Renders the recording's steps; options were checked against `options` and completed with defaults. */
  readonly render: (recording: Recording, options: AdapterOptions) => Rendering;
};
