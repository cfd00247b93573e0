import { createReadStream, existsSync } from "node:fs";
import { type FileHandle, open, truncate } from "node:fs/promises";
import { z } from "zod";
import { suiteSchema } from "@/lib/benchmarks/schema";
import { programVerdictSchema } from "@/lib/judge/schema";
import { usageFailure } from "./command-failure";
import { readLines } from "./read-lines";

/** First line of an output: everything that a verdict depends on besides its sample. */
export const outputHeaderSchema = z.object({
  polytraceVerdicts: z.literal(1),
  benchmark: z.string(),
  tests: z.string(),
  kind: z.string().nullable(),
  timeLimitMs: z.int().nullable(),
  preamble: z.string(),
  stop: z.string().default("none"),
  harness: z.string(),
  tier: z.string(),
  python: z.string(),
});
export type OutputHeader = z.infer<typeof outputHeaderSchema>;

export const outputRowSchema = z.object({
  ordinal: z.int().min(0),
  task_id: z.string(),
  kind: z.string(),
  arm: z.string().nullable(),
  sample: z.int().min(0),
  round: z.int().min(0),
  /** Of the program as it was judged. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  verdict: programVerdictSchema,
  passed: z.boolean(),
  suites: z.partialRecord(suiteSchema, z.boolean()),
  tests_passed: z.int().min(0),
  tests: z.int().min(0),
  /** The first test that did not pass. */
  failure: z
    .object({
      input: z.string(),
      expected: z.string().nullable(),
      actual: z.string().nullable(),
      outcome: z.string(),
      message: z.string().nullable(),
    })
    .nullable(),
  elapsed_ms: z.number(),
  published: z.string().nullable(),
});
export type OutputRow = z.infer<typeof outputRowSchema>;

export type JudgeOutput = {
  readonly write: (row: OutputRow) => Promise<void>;
  readonly close: () => Promise<void>;
};

const names: Readonly<Record<keyof OutputHeader, string>> = {
  polytraceVerdicts: "version of the file",
  benchmark: "benchmark",
  tests: "choice of tests",
  kind: "kind of task",
  timeLimitMs: "time limit",
  preamble: "preamble",
  stop: "end of completions",
  harness: "version of the judge",
  tier: "jail",
  python: "version of Python",
};

function parseLine(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

function requireSame(file: string, value: unknown, wanted: OutputHeader): void {
  const parsed = outputHeaderSchema.safeParse(value);
  if (!parsed.success) throw usageFailure(`${file} is not a file of verdicts. Choose another one for --out.`);
  for (const key of outputHeaderSchema.keyof().options) {
    if (parsed.data[key] === wanted[key]) continue;
    throw usageFailure(
      `${file} holds verdicts with another ${names[key]} (${shown(parsed.data[key])}; now ${shown(wanted[key])}). Choose another file for --out.`,
    );
  }
}

function shown(value: string | number | null): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

/**
 * The rows that an earlier run finished. The end of a last line that was cut off is removed, so that the next row starts on a line of its own.
 * @throws CommandFailure where the file is something else, or was made with other settings
 */
export async function* readFinished(file: string, header: OutputHeader): AsyncGenerator<OutputRow> {
  if (!existsSync(file)) return;
  for await (const { bytes, number, offset, isTerminated } of readLines(createReadStream(file))) {
    if (!isTerminated) {
      // The user's own file may have one line without an end; only a piece of our header is ours to remove.
      if (number === 1 && !JSON.stringify(header).startsWith(bytes.toString("utf8"))) requireSame(file, undefined, header);
      await truncate(file, offset);
      return;
    }
    const value = parseLine(bytes);
    if (number === 1) {
      requireSame(file, value, header);
      continue;
    }
    const row = outputRowSchema.safeParse(value);
    if (!row.success) throw usageFailure(`${file} line ${number} is not a verdict. Choose another file for --out.`);
    yield row.data;
  }
}

/** Opens an output to add to it; a new one gets its header. One write per row: whoever is stopped in between leaves at most one torn line. */
export async function openJudgeOutput(file: string, header: OutputHeader): Promise<JudgeOutput> {
  let handle: FileHandle;
  try {
    handle = await open(file, "a");
  } catch (error) {
    throw usageFailure(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
  if ((await handle.stat()).size === 0) await handle.appendFile(`${JSON.stringify(header)}\n`);
  let last: Promise<unknown> = Promise.resolve();
  return {
    write: async (row) => {
      // One after the other: a second write while one is under way could land in the middle of it.
      last = last.then(() => handle.appendFile(`${JSON.stringify(row)}\n`));
      await last;
    },
    close: () => handle.close(),
  };
}
