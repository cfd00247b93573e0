import { getAdapter } from "@/lib/adapters/registry";
import type { Entry, Recording } from "@/lib/recordings/schema";

export type PromptRequest = {
  readonly recording: Recording;
  readonly adapterId: string;
  /** The trace's text, as rendered for the reader (with its options and budget). */
  readonly trace: string;
};

/**
 * A prompt that carries a program, how it was run and its trace: an inline trace stands for the program, a block follows it.
 * Throws an `AppError` with code `unknown_adapter`.
 */
export function buildPrompt({ recording, adapterId, trace }: PromptRequest): string {
  const adapter = getAdapter(adapterId);
  const { source, entry } = recording.header;
  const run = describeEntry(entry);
  if (adapter.placement === "inline")
    return `The comments in this Python program are its execution trace (${adapter.title}).\n\n${fence(trace, "python")}\n\n${run}\n`;
  return `This is a Python program and its execution trace (${adapter.title}).\n\n${fence(source, "python")}\n\n${run}\n\nTrace:\n\n${fence(trace, "text")}\n`;
}

function describeEntry(entry: Entry): string {
  switch (entry.kind) {
    case "call":
      return `It was run as:\n\n${fence(entry.expression, "python")}`;
    case "test":
      return `It was run by this test:\n\n${fence(entry.code, "python")}`;
    case "script":
      if (entry.stdin === "") return "It was run as a script, with no input.";
      return `It was run as a script, with this input:\n\n${fence(entry.stdin, "text")}`;
  }
}

// A fence must be longer than any run of backticks in what it holds.
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${text}${text.endsWith("\n") ? "" : "\n"}${ticks}`;
}
