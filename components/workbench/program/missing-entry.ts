import type { Entry } from "@/lib/recordings/schema";

/** What the reader still has to say before the program can be started, as a sentence, or null. */
export function missingEntry(entry: Entry): string | null {
  if (entry.kind === "call" && entry.expression.trim() === "")
    return "Say which call to record, for example f(1, 2), or start the program as a script.";
  if (entry.kind === "test" && entry.code.trim() === "") return "Write test code to run, for example assert f(2) == 4.";
  return null;
}
