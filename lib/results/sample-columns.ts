import type { SampleRow } from "@/lib/results/samples-schema";
import { nameSample } from "@/lib/samples/name-sample";
import { sampleVerdictSchema } from "@/lib/samples/schema";

/** What flags are known of and which of them hold, in one number. */
export const FLAGS = {
  delivered: 1,
  deliveredKnown: 2,
  truncated: 4,
  truncatedKnown: 8,
  identical: 16,
  identicalKnown: 32,
  final: 64,
};

/** Stands for tokens that nobody counted. */
export const NO_TOKENS = -1;

/**
 * All samples of an experiment as columns, ordered by arm, problem, chain and round: what the table filters and sorts by, without texts.
 * About 40 bytes per sample, so that a million are searched in milliseconds. Costs and latencies are NaN where unknown.
 */
export type SampleColumns = {
  readonly length: number;
  readonly arms: readonly string[];
  /** In their order, so that the number of a task is its rank. */
  readonly tasks: readonly string[];
  readonly arm: Uint16Array;
  readonly task: Uint32Array;
  readonly chain: Int32Array;
  readonly round: Int32Array;
  /** Number in `sampleVerdictSchema.options`. */
  readonly verdict: Uint8Array;
  readonly flags: Uint8Array;
  readonly promptTokens: Int32Array;
  readonly answerTokens: Int32Array;
  readonly cost: Float64Array;
  readonly latency: Float64Array;
};

/** Columns of a length, to be filled. */
export function emptyColumns(arms: readonly string[], tasks: readonly string[], length: number): SampleColumns {
  return {
    length,
    arms,
    tasks,
    arm: new Uint16Array(length),
    task: new Uint32Array(length),
    chain: new Int32Array(length),
    round: new Int32Array(length),
    verdict: new Uint8Array(length),
    flags: new Uint8Array(length),
    promptTokens: new Int32Array(length),
    answerTokens: new Int32Array(length),
    cost: new Float64Array(length),
    latency: new Float64Array(length),
  };
}

/** One sample as it is listed. */
export function rowAt(columns: SampleColumns, at: number): SampleRow {
  const armId = columns.arms[columns.arm[at] ?? 0] ?? "";
  const taskId = columns.tasks[columns.task[at] ?? 0] ?? "";
  const chain = columns.chain[at] ?? 0;
  const round = columns.round[at] ?? 0;
  const flags = columns.flags[at] ?? 0;
  return {
    id: nameSample({ armId, taskId, chain, round }),
    armId,
    taskId,
    chain,
    round,
    final: (flags & FLAGS.final) !== 0,
    verdict: sampleVerdictSchema.options[columns.verdict[at] ?? -1] ?? "unjudged",
    delivered: flagOf(flags, FLAGS.delivered, FLAGS.deliveredKnown),
    truncated: flagOf(flags, FLAGS.truncated, FLAGS.truncatedKnown),
    promptTokens: tokensOf(columns.promptTokens[at]),
    answerTokens: tokensOf(columns.answerTokens[at]),
    costUsd: knownOf(columns.cost[at]),
    latencyMs: knownOf(columns.latency[at]),
  };
}

function flagOf(flags: number, holds: number, known: number): boolean | null {
  return (flags & known) === 0 ? null : (flags & holds) !== 0;
}

function tokensOf(value: number | undefined): number | null {
  return value === undefined || value === NO_TOKENS ? null : value;
}

function knownOf(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
