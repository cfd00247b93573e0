import type { z } from "zod";
import { findProblem, type StoredProblem } from "@/lib/benchmarks/data";
import { servicesOf } from "@/lib/engine/create-services";
import { findReplayedAnswer } from "@/lib/engine/find-replayed-answer";
import { readEnvironment } from "@/lib/environment/read-environment";
import { AppError } from "@/lib/errors/app-error";
import { hashJson } from "@/lib/experiments/hash-json";
import { notFound } from "@/lib/http/not-found";
import { streamJsonLines } from "@/lib/http/stream-json-lines";
import { findModel } from "@/lib/models/data";
import { createProvider, isStandIn } from "@/lib/models/registry";
import { requireKeyPermission } from "@/lib/models/require-key-permission";
import type { Model } from "@/lib/models/schema";
import { enterClient } from "@/lib/recordings/limit-clients";
import { loadRecording } from "@/lib/recordings/load-recording";
import { recordProgram } from "@/lib/recordings/record-program";
import { getRunnerPool } from "@/lib/recordings/runner-pool";
import { getServerState } from "@/lib/recordings/server-state";
import { describeTrouble } from "./describe-trouble";
import type { Keep } from "./keep-failing-run";
import { type Round, runRound } from "./run-round";
import type { ChosenProblem, RoundEvent, roundRequestSchema } from "./schema";
import { toOwnProblem } from "./to-own-problem";

type Asker = { readonly client: string; readonly signal: AbortSignal };

/**
 * Runs a round and tells it as lines of JSON; it ends when the asker leaves. What cannot be begun is thrown as an AppError before anything is
 * told; what goes wrong later is told as `failed`.
 */
export async function streamRound(request: z.output<typeof roundRequestSchema>, { client, signal }: Asker): Promise<Response> {
  const environment = readEnvironment(process.env);
  const [problem, model] = await Promise.all([loadProblem(request.problem), findModel(request.setup.model)]);
  if (model === null) throw notFound("The model");
  requireKeyPermission("keyVariable" in model ? model.keyVariable : null, environment);
  requireSolution(model, problem);
  const pool = await getRunnerPool();
  const { setup, earlier, round: number } = request;
  if (number === 0 && problem.problem.kind !== "repair")
    throw new AppError("invalid_input", "Only a problem of repair brings a program that can be judged before anybody is asked.");
  const leave = enterClient(getServerState().clients, `debug ${client}`, environment.queueLimitPerClient);
  return streamJsonLines<RoundEvent>(signal, async (say, left) => {
    try {
      const keep = keepFor(client);
      // Prompts are made from the very recordings that can be opened.
      const record = async (run: Parameters<Keep>[0]) => (await keep(run)).recording;
      const services = { ...servicesOf(pool), record };
      const round: Round = { problem, model, provider: providerFor(model, problem), setup, number, earlier };
      await runRound(round, { services, keep, signal: left, say });
    } catch (error) {
      if (left.aborted) return;
      const told = describeTrouble(error, model);
      if (told === null) console.error("A round on the debug page failed:", error);
      say(told ?? unexpected);
    } finally {
      leave();
    }
  });
}

const unexpected: RoundEvent = {
  type: "failed",
  code: "internal",
  message: "The server met an error that it did not expect; its log says which.",
  advice: "Run the round again.",
};

async function loadProblem(chosen: ChosenProblem): Promise<StoredProblem> {
  if (chosen.kind === "benchmark") {
    const found = await findProblem(chosen.id);
    if (found === null) throw notFound("The problem");
    return found;
  }
  const problem = toOwnProblem(chosen.problem);
  return { id: "own", hash: hashJson(problem), problem };
}

function requireSolution(model: Model, { problem }: StoredProblem): void {
  if (!isStandIn(model) || problem.format !== "own") return;
  const message = `${model.title} answers with what a benchmark or an import holds, and a program of your own is in neither. Choose a model, or a problem of a benchmark.`;
  throw new AppError("invalid_input", message);
}

function providerFor(model: Model, { problem }: StoredProblem) {
  return createProvider(model, {
    fetch,
    environment: process.env,
    problem,
    findImportedAnswer: (source, position) => findReplayedAnswer(source, problem, position),
  });
}

function keepFor(client: string): Keep {
  return async ({ source, entry, signal }) => {
    const { cached: _cached, ...summary } = await recordProgram({ source, entry, client, signal });
    const recording = await loadRecording(summary.id, new Date());
    if (recording === null) throw new AppError("infrastructure", "The recording was gone before it could be read.");
    return { summary, recording };
  };
}
