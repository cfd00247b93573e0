export type ArenaCount = {
  readonly benchmark: string;
  /** The arm's name: eval-arena knows models only, so conditions and strategies belong in it. */
  readonly model: string;
  readonly taskId: string;
  readonly passed: number;
  readonly samples: number;
};

/** One line of eval-arena's table. Throws `RangeError` when no sample was judged, or more passed than there are. */
export function evalArenaLine({ benchmark, model, taskId, passed, samples }: ArenaCount): string {
  if (!(samples > 0) || passed > samples || passed < 0) throw new RangeError(`${taskId}: ${passed} of ${samples} samples passed`);
  return `${JSON.stringify({ benchmark_id: benchmark, model, example_id: taskId, pass1: passed / samples, correct: passed, count: samples })}\n`;
}

/** One line of HumanEval's `samples.jsonl`; the completion continues the problem's prompt. */
export function humanevalSampleLine(taskId: string, completion: string): string {
  return `${JSON.stringify({ task_id: taskId, completion })}\n`;
}

/** One line of EvalPlus' samples; the solution stands alone. */
export function evalplusSampleLine(taskId: string, solution: string): string {
  return `${JSON.stringify({ task_id: taskId, solution })}\n`;
}
