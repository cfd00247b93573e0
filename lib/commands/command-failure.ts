/** What the command line ends with; documented in docs/command-line.md. */
export const exitCodes = { done: 0, incomplete: 1, usage: 2, refused: 3, interrupted: 130 } as const;

/** A failure that the user is told in one sentence, without a stack. */
export class CommandFailure extends Error {
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.name = "CommandFailure";
    this.exitCode = exitCode;
  }
}

/** Wrong use: an unknown adapter, a file that cannot be read, … */
export function usageFailure(message: string): CommandFailure {
  return new CommandFailure(exitCodes.usage, message);
}
