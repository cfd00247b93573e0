export type UnreadableReason =
  | "unknown-format"
  | "not-text"
  | "bad-archive"
  | "too-large"
  | "damaged"
  | "unsafe-path"
  | "encrypted";

/** An expected outcome of reading a file that someone brought: reported with the file's name, never a crash. */
export class UnreadableInput extends Error {
  override readonly name = "UnreadableInput";
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
