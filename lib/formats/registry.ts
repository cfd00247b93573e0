import { bigcodebench } from "@/lib/formats/benchmarks/bigcodebench";
import { cruxeval } from "@/lib/formats/benchmarks/cruxeval";
import { evalplus } from "@/lib/formats/benchmarks/evalplus";
import { evalplusOrigin } from "@/lib/formats/benchmarks/evalplus-origin";
import { humaneval } from "@/lib/formats/benchmarks/humaneval";
import { humanevalfix } from "@/lib/formats/benchmarks/humanevalfix";
import { livecodebench } from "@/lib/formats/benchmarks/livecodebench";
import { mbpp } from "@/lib/formats/benchmarks/mbpp";
import { plainProblems } from "@/lib/formats/benchmarks/plain-problems";
import { quixbugs } from "@/lib/formats/benchmarks/quixbugs";
import { quixbugsFolder } from "@/lib/formats/benchmarks/quixbugs-folder";
import { refactory } from "@/lib/formats/benchmarks/refactory";
import type { Format } from "@/lib/formats/format";
import { codet } from "@/lib/formats/results/codet";
import { cruxevalGenerations, cruxevalScored } from "@/lib/formats/results/cruxeval-results";
import { evalArena } from "@/lib/formats/results/eval-arena";
import { evalplusFolder } from "@/lib/formats/results/evalplus-folder";
import { evalplusResults } from "@/lib/formats/results/evalplus-results";
import { evalplusSamples } from "@/lib/formats/results/evalplus-samples";
import { humanevalSamples } from "@/lib/formats/results/humaneval-samples";
import { inspectEval } from "@/lib/formats/results/inspect-eval";
import { ldb } from "@/lib/formats/results/ldb";
import { livecodebenchOutputs } from "@/lib/formats/results/livecodebench-outputs";
import { lmEval } from "@/lib/formats/results/lm-eval";
import { tracewisePrompts } from "@/lib/formats/results/tracewise-prompts";
import { tracewiseResults } from "@/lib/formats/results/tracewise-results";

/** Every format that can be imported; adding one is its file and a line here. */
export const formats: readonly Format[] = [
  humaneval,
  mbpp,
  evalplus,
  evalplusOrigin,
  cruxeval,
  humanevalfix,
  quixbugs,
  quixbugsFolder,
  refactory,
  livecodebench,
  bigcodebench,
  plainProblems,
  humanevalSamples,
  evalplusSamples,
  evalplusFolder,
  evalplusResults,
  cruxevalGenerations,
  cruxevalScored,
  livecodebenchOutputs,
  lmEval,
  evalArena,
  inspectEval,
  ldb,
  codet,
  tracewiseResults,
  tracewisePrompts,
];

/** The format with this id; undefined when there is none. */
export function findFormat(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}
