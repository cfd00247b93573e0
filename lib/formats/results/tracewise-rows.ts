import { z } from "zod";
import { importedSample } from "@/lib/formats/results/imported-sample";
import type { ImportedRow, Verdict } from "@/lib/imports/schema";

const taskId = z.union([z.string().min(1), z.int()]).transform(String);

const singleSchema = z.object({
  task_id: taskId,
  code: z.string().nullable(),
  passed: z.boolean(),
  raw_code: z.string().nullish(),
});

const texts = z.array(z.array(z.string().nullable()));

const roundsSchema = z
  .object({
    task_id: taskId,
    codes: texts,
    passed: z.array(z.union([z.boolean(), z.array(z.boolean())])).min(1),
    raw_code: texts.nullish(),
  })
  .refine((row) => row.codes.length === row.passed.length, '"codes" and "passed" have different numbers of rounds')
  .refine(
    (row) => row.passed.every((flags, round) => !Array.isArray(flags) || flags.length === row.codes[round]?.length),
    'a round of "passed" has another number of flags than its "codes"',
  )
  .refine((row) => row.codes.every((round) => round.length > 0), "a round has no programs");

export const resultRowSchema = z.union([
  singleSchema.transform((row) => ({ kind: "single" as const, ...row })),
  roundsSchema.transform((row) => ({ kind: "rounds" as const, ...row })),
]);
export type ResultRow = z.infer<typeof resultRowSchema>;

export type Placed = { readonly row: ResultRow; readonly line: number };

/** How many of a row's programs are empty: the study stored failures of the model server so, as wrong answers. */
export function emptyPrograms(row: ResultRow): { empty: number; programs: number } {
  const programs = row.kind === "single" ? [row.code] : row.codes.flat();
  return { empty: programs.filter(isEmpty).length, programs: programs.length };
}

/** Whether a round counts as solved; null where nothing was answered in it. */
export function solvedByRound(row: ResultRow): (boolean | null)[] {
  if (row.kind === "single") return [isEmpty(row.code) ? null : row.passed];
  return row.passed.map((flags, round) => {
    const isSolved = Array.isArray(flags) ? flags.some((flag) => flag) : flags;
    return !isSolved && (row.codes[round] ?? []).every(isEmpty) ? null : isSolved;
  });
}

/** What a tail of the study counts: an empty program is wrong to it. */
export function countedByRound(row: ResultRow): boolean[] {
  return solvedByRound(row).map((solved) => solved === true);
}

/** The canonical rows of one task. */
export function toRows({ row, line }: Placed, arm: { key: string; rule: string; oracle: boolean }): ImportedRow[] {
  if (row.kind === "single") {
    const verdict = verdictOf(row.passed, row.code);
    const place = { armKey: arm.key, taskId: row.task_id, line };
    return [
      {
        type: "sample",
        sample: importedSample({ ...place, raw: row.raw_code ?? null, text: row.code, form: "program", verdict }),
      },
    ];
  }
  return row.codes.flatMap((codes, round) => [
    ...samplesOf(row, { round, line, armKey: arm.key }),
    outcomeOf(row, { round, line, codes, arm }),
  ]);
}

type Rounds = Extract<ResultRow, { kind: "rounds" }>;

/** Where a round has one flag for all its programs, which of them passed is not known. */
function samplesOf(row: Rounds, { round, line, armKey }: { round: number; line: number; armKey: string }): ImportedRow[] {
  const flags = row.passed[round];
  return (row.codes[round] ?? []).map((code, chain) => {
    const own = Array.isArray(flags)
      ? verdictOf(flags[chain] === true, code)
      : isEmpty(code)
        ? ("infrastructure" as const)
        : null;
    const sample = importedSample({
      armKey,
      taskId: row.task_id,
      line,
      chain,
      round,
      raw: row.raw_code?.[round]?.[chain] ?? null,
      text: code,
      form: "program",
      verdict: flags === false && own === null ? "failed" : own,
    });
    return { type: "sample", sample };
  });
}

type Round = {
  round: number;
  line: number;
  codes: readonly (string | null)[];
  arm: { key: string; rule: string; oracle: boolean };
};

function outcomeOf(row: Rounds, { round, line, codes, arm }: Round): ImportedRow {
  const solved = solvedByRound(row)[round] ?? null;
  return {
    type: "outcome",
    outcome: {
      armKey: arm.key,
      taskId: row.task_id,
      line,
      round,
      candidates: codes.length,
      emptyCandidates: codes.filter(isEmpty).length,
      rule: arm.rule,
      oracle: arm.oracle,
      verdict: solved === null ? "infrastructure" : solved ? "passed" : "failed",
    },
  };
}

function verdictOf(passed: boolean, code: string | null): Verdict {
  if (passed) return "passed";
  return isEmpty(code) ? "infrastructure" : "failed";
}

function isEmpty(code: string | null): boolean {
  return code === null || code.trim() === "";
}
