import type { TracedProgram } from "./trace-program";

function withNewline(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

/** What `trace` prints: the text alone for one adapter, with a heading each for several. */
export function tracedProgramText({ traces }: TracedProgram): string {
  const texts = [...traces].map(
    ([id, trace]) => (traces.size === 1 ? "" : `━━ ${id} · ${trace.tokens} tokens\n`) + withNewline(trace.text),
  );
  return texts.join("\n");
}

/** What `trace --json` prints: how the run went, and each rendering with tokens, notes and spans. */
export function tracedProgramJson({ recording, traces }: TracedProgram): string {
  const { status, reason, completeness, error, elapsedMs, exitCode, stdout, stderr } = recording.end;
  const run = { status, reason, steps: recording.steps.length, completeness, error, exitCode, elapsedMs, stdout, stderr };
  return `${JSON.stringify({ ...run, renderings: Object.fromEntries(traces) }, null, 2)}\n`;
}
