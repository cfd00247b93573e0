import type { Step } from "@/lib/recordings/schema";

/** An exception as the last line of a traceback names it: its type and, when it has one, its message. */
export function describeException({ type, message }: NonNullable<Step["exception"]>): string {
  return message === "" ? type : `${type}: ${message}`;
}
