/** Too many jobs wait already; nothing was queued. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
  readonly retryAfterMs: number;

  constructor(waiting: number, retryAfterMs: number) {
    super(`${waiting} programs are waiting already. Try again in ${Math.ceil(retryAfterMs / 1000)} s.`);
    this.retryAfterMs = retryAfterMs;
  }
}

/** This machine cannot keep programs apart well enough; none is run. The message says what is missing and how to get it. */
export class JailRefusedError extends Error {
  override readonly name = "JailRefusedError";
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    super(`Programs are not run, because this machine cannot jail them. Missing: ${missing.join("; or ")}`);
    this.missing = missing;
  }
}

/** The machinery failed, not the program: nothing is known about the program, and the same job may be given again. */
export class InfrastructureError extends Error {
  override readonly name = "InfrastructureError";
}
