import { z } from "zod";
import { getDatabase } from "@/lib/database/client";
import { promptSchema, promptText } from "@/lib/engine/prompts/prompt";
import { verdictSchema } from "@/lib/judge/schema";
import type { DrilledProblem, DrilledSample } from "@/lib/results/drill-schema";
import { nameSample } from "@/lib/samples/name-sample";

const suitesSchema = z.record(z.string(), z.string());

/** So many samples of one problem are shown; the table has all of them. */
const MOST = 64;

/** Everything that was kept of one problem of one arm: samples with prompts, answers, programs and verdicts; those of `chain` for sure. */
export async function findDrilledProblem(armId: string, taskId: string, chain?: number): Promise<DrilledProblem> {
  const database = getDatabase();
  const [rows, outcomes, sent] = await Promise.all([
    listSamples(armId, taskId, chain),
    database.outcome.findMany({ where: { armId, taskId }, orderBy: { round: "asc" } }),
    database.sentPrompt.findUnique({ where: { armId_taskId: { armId, taskId } } }),
  ]);
  const judgementIds = rows.flatMap(({ judgementId }) => (judgementId === null ? [] : [judgementId]));
  const judgements = new Map(
    (await database.judgement.findMany({ where: { id: { in: judgementIds } } })).map((judgement) => [judgement.id, judgement]),
  );
  const samples = rows.map((row): DrilledSample => {
    const { chain, round, verdict, detail, delivered, truncated, generation } = row;
    const judgement = judgements.get(row.judgementId ?? "");
    const tests = judgement === undefined ? null : verdictSchema.parse(judgement.full).tests;
    const suites = row.suites === null ? null : suitesSchema.parse(row.suites);
    const prompt = generation === null ? (sent?.text ?? null) : promptText(promptSchema.parse(generation.prompt.body));
    const raw = generation?.text ?? row.raw;
    return {
      id: nameSample(row),
      chain,
      round,
      verdict,
      detail,
      delivered,
      truncated,
      suites,
      tests,
      prompt,
      raw,
      program: judgement?.program ?? row.program,
    };
  });
  return {
    armId,
    taskId,
    samples,
    outcomes: outcomes.map(({ round, verdict, rule, oracle }) => ({ round, verdict, rule, oracle })),
  };
}

/** The first samples of a problem, and behind them those of a chain that is asked for and not among them. */
async function listSamples(armId: string, taskId: string, wanted: number | undefined) {
  const find = (chain: number | undefined) =>
    getDatabase().sample.findMany({
      where: { armId, taskId, chain },
      orderBy: [{ chain: "asc" }, { round: "asc" }],
      take: MOST,
      include: { generation: { include: { prompt: true } } },
    });
  const first = await find(undefined);
  if (wanted === undefined || first.length < MOST) return first;
  const known = new Set(first.map(nameSample));
  return [...first, ...(await find(wanted)).filter((row) => !known.has(nameSample(row)))];
}
