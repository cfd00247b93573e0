export type AppErrorInit = {
  /** Stable, machine-readable name, in snake_case. */
  readonly code: string;
  readonly status: number;
  /** A sentence for people. */
  readonly message: string;
  readonly details?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An expected failure that a caller is told about; everything else is a fault of the server. */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(init: AppErrorInit) {
    super(init.message);
    this.name = "AppError";
    this.code = init.code;
    this.status = init.status;
    this.details = init.details;
    this.headers = init.headers ?? {};
  }
}
