/**
 * Where a base model's completion is held to end, by the name of the benchmark that set it. HumanEval: Chen et al. 2021, "Evaluating Large
 * Language Models Trained on Code", section 2.3.
 */
const stopSequences = {
  none: [],
  humaneval: ["\nclass", "\ndef", "\n#", "\nif", "\nprint"],
} as const;
export const stopChoices = ["none", "humaneval"] as const satisfies readonly (keyof typeof stopSequences)[];
export type StopChoice = (typeof stopChoices)[number];

/**
 * A completion up to the first of the stop sequences, which is not part of it. A model that is not stopped goes on with other functions, and
 * what is cut off in the middle at its last token is no Python.
 */
export function cutCompletion(text: string, stop: StopChoice): string {
  const places = stopSequences[stop].map((sequence) => text.indexOf(sequence)).filter((place) => place !== -1);
  return text.slice(0, Math.min(text.length, ...places));
}
