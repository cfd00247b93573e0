import path from "node:path";
import type { Problem } from "@/lib/benchmarks/schema";
import { readJudgeBenchmark } from "@/lib/commands/judge-benchmark";
import { builtInSamples, fileSamples, type SampleSource } from "@/lib/commands/judge-sources";
import { openSources } from "@/lib/commands/open-sources";
import { answerProgram } from "@/lib/judge/answer-program";

export type Work = { readonly problem: Problem; readonly program: string };

const FOLDER = path.resolve(import.meta.dirname, "../../shared/data");
const HUMANEVAL = path.join(FOLDER, "humaneval/HumanEval.jsonl.gz");
const CODET = path.join(FOLDER, "codet/HumanEval_codegen16B_temp0.8_num100_first82.jsonl.gz");

async function collect(problems: readonly Problem[], source: SampleSource, mostPerProblem: number): Promise<Work[]> {
  const byTask = new Map(problems.map((problem) => [problem.taskId, problem]));
  const work: Work[] = [];
  for await (const event of source.open()) {
    if (event.type !== "sample" || event.sample.chain >= mostPerProblem) continue;
    const problem = byTask.get(event.sample.taskId);
    const program = problem === undefined ? null : answerProgram(problem, event.sample);
    if (problem !== undefined && program !== null) work.push({ problem, program });
  }
  return work;
}

/** HumanEval's own solutions, and the first answers of CodeGen-16B to each of its first 82 problems. */
export async function loadWork(codetPerProblem: number): Promise<{ canonical: Work[]; codet: Work[] }> {
  const settings = { tests: "scored", kind: undefined, timeLimitMs: undefined, preamble: "", as: undefined } as const;
  const { problems } = await readJudgeBenchmark(await openSources(HUMANEVAL), settings);
  return {
    canonical: await collect(problems, builtInSamples("reference", problems), 1),
    codet: await collect(
      problems,
      fileSamples("codet", await openSources(CODET), { as: undefined, stop: "none" }),
      codetPerProblem,
    ),
  };
}

/** Program and tests as one text, as HumanEval's own harness puts them together. */
export function plainText({ problem, program }: Work): string {
  const codes = problem.tests.map((test) => (test.kind === "assert" ? test.code : ""));
  return [problem.preamble, program, ...codes].join("\n");
}
