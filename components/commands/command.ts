/** Something the reader can do from the palette or with a key. */
export type Command = {
  readonly id: string;
  readonly title: string;
  readonly group: "Record" | "Step" | "Panes" | "Share" | "Go to" | "Experiments" | "Benchmarks" | "Examples" | "Look";
  /** For example `mod+enter`, `shift+n`, `arrowright`. */
  readonly keys?: string;
  /** Whether the key also works while a text is being edited. */
  readonly whileTyping?: true;
  /** Words that find it besides its title. */
  readonly keywords?: readonly string[];
  readonly run: () => void;
};
