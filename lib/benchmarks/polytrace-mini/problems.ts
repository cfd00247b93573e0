import type { NewBenchmark } from "../data";
import type { Problem } from "../schema";
import { inputPrediction } from "./input-prediction";
import { miniProblem } from "./mini-problem";
import { outputPrediction } from "./output-prediction";
import { repair } from "./repair";
import { synthesis } from "./synthesis";

/** Problems of our own, so that a first experiment needs no download. Too few to find anything but very large effects. */
export const miniProblems: readonly Problem[] = [
  ...synthesis.map((problem) => miniProblem("synthesis", problem)),
  ...repair.map((problem) => miniProblem("repair", problem)),
  ...outputPrediction.map((problem) => miniProblem("output-prediction", problem)),
  ...inputPrediction.map((problem) => miniProblem("input-prediction", problem)),
];

export const polytraceMini: NewBenchmark = {
  slug: "polytrace-mini",
  title: "Polytrace Mini",
  format: "polytrace-mini",
  source: { fileName: "built in", sha256: null, importerVersion: null },
  problems: miniProblems,
};
