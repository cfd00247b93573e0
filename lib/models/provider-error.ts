export type ProviderErrorKind =
  | "rate-limit"
  | "server"
  | "network"
  | "timeout"
  | "malformed"
  | "refused-key"
  | "bad-request"
  | "missing-answer"
  | "missing-key";

const passing: readonly ProviderErrorKind[] = ["rate-limit", "server", "network", "timeout", "malformed"];

/** Why no answer came. Never says anything about the program: a sample that ends in one is an infrastructure error. */
export class ProviderError extends Error {
  readonly kind: ProviderErrorKind;
  /** How long the provider asked to wait; null when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(kind: ProviderErrorKind, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = "ProviderError";
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same request may be answered later. */
  get isPassing(): boolean {
    return passing.includes(this.kind);
  }
}
