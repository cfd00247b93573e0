/** What is known of published benchmarks and results, each to be found again by one `polytrace judge` command; see docs/judging.md. */
export type Fact = {
  readonly name: string;
  /** Options of the command; paths are those of the folder with the data. */
  readonly options: readonly string[];
  readonly samples: number;
  readonly passed: number;
  /** Shares between 0 and 1, to four decimals. */
  readonly passAtK?: Readonly<Record<string, number>>;
  /** Of so many published verdicts, how many are found again. */
  readonly agreement?: { readonly compared: number; readonly same: number };
  /** Takes a few seconds on a quiet machine. */
  readonly isFast?: true;
};

const humaneval = "humaneval/HumanEval.jsonl.gz";
const humanevalFix = "humanevalpack/evaluation/create/humaneval-x/data/python/data/humanevalpack.jsonl";
const quixbugsFile = "humanevalpack/evaluation/other/QuixBugs/quixbugs_python.jsonl";
const cruxeval = "cruxeval/data/cruxeval.jsonl";
const scored = "cruxeval/samples/evaluation_results/sample_scored_codellama-7b_temp0.2";
const originHumaneval = "evalplus_humaneval/HumanEvalPlus-OriginFmt.jsonl.gz";

const own = (benchmark: string, source: string, ...more: readonly string[]) => [
  ...["--benchmark", benchmark, "--samples", source],
  ...more,
];
const ldb = (file: string, ...more: readonly string[]) => own(humaneval, `ldb/${file}`, ...more);
const agreed = (count: number, same = count) => ({ agreement: { compared: count, same } });

export const facts: readonly Fact[] = [
  { name: "HumanEval, its solutions", options: own(humaneval, "reference"), samples: 164, passed: 164, isFast: true },
  { name: "HumanEval, return None", options: own(humaneval, "return-none"), samples: 164, passed: 0, isFast: true },
  { name: "MBPP, its solutions", options: own("mbpp/mbpp.jsonl", "reference"), samples: 974, passed: 974 },
  { name: "MBPP sanitized, its solutions", options: own("mbpp/sanitized-mbpp.json", "reference"), samples: 427, passed: 427 },
  { name: "HumanEval+ in MBPP's form, its solutions", options: own(originHumaneval, "reference"), samples: 164, passed: 163 },
  {
    name: "MBPP+ in MBPP's form, its solutions",
    options: own("evalplus_mbpp/MbppPlus-OriginFmt.jsonl.gz", "reference"),
    samples: 378,
    passed: 377,
  },
  {
    name: "CRUXEval, its outputs",
    options: own(cruxeval, "reference", "--kind", "output-prediction"),
    samples: 800,
    passed: 800,
    isFast: true,
  },
  {
    name: "CRUXEval, its inputs",
    options: own(cruxeval, "reference", "--kind", "input-prediction"),
    samples: 800,
    passed: 800,
  },
  {
    name: "CRUXEval, outputs of CodeLlama-7B",
    options: own(cruxeval, `${scored}_output.json.gz`, "--kind", "output-prediction", "--k", "1,5"),
    samples: 8_000,
    passed: 2_737,
    passAtK: { 1: 0.3421, 5: 0.4029 },
    ...agreed(8_000),
  },
  {
    name: "CRUXEval, inputs of CodeLlama-7B",
    options: own(cruxeval, `${scored}_input.json.gz`, "--kind", "input-prediction", "--k", "1,5"),
    samples: 8_000,
    passed: 2_876,
    passAtK: { 1: 0.3595, 5: 0.4499 },
    ...agreed(8_000),
  },
  { name: "HumanEvalFix, its solutions", options: own(humanevalFix, "reference"), samples: 164, passed: 164, isFast: true },
  { name: "HumanEvalFix, buggy", options: own(humanevalFix, "buggy"), samples: 164, passed: 0 },
  {
    name: "HumanEvalFix, buggy on the visible example test",
    options: own(humanevalFix, "buggy", "--tests", "visible"),
    samples: 158,
    passed: 14,
  },
  { name: "QuixBugs in one file, its solutions", options: own(quixbugsFile, "reference"), samples: 40, passed: 40, isFast: true },
  { name: "QuixBugs in one file, buggy", options: own(quixbugsFile, "buggy"), samples: 40, passed: 0 },
  { name: "QuixBugs as published, its solutions", options: own("quixbugs", "reference"), samples: 40, passed: 38 },
  { name: "QuixBugs as published, buggy", options: own("quixbugs", "buggy"), samples: 40, passed: 0 },
  {
    name: "LDB, seeds of GPT-3.5",
    options: ldb("input_data/humaneval/seed/gpt-3.5-turbo-0613/seed.jsonl.gz", "--preamble", "from typing import *"),
    samples: 164,
    passed: 121,
    ...agreed(164),
    isFast: true,
  },
  {
    name: "LDB, seeds of GPT-3.5 without its preamble",
    options: ldb("input_data/humaneval/seed/gpt-3.5-turbo-0613/seed.jsonl.gz"),
    samples: 164,
    passed: 120,
    ...agreed(164, 163),
  },
  {
    name: "LDB, seeds of CodeLlama",
    options: ldb("input_data/humaneval/seed/codellama/seed.jsonl.gz"),
    samples: 164,
    passed: 81,
    ...agreed(164),
  },
  {
    name: "LDB, GPT-3.5 by blocks",
    options: ldb("results/ldb/humaneval/gpt-3.5-turbo-0613/results.jsonl.gz"),
    samples: 164,
    passed: 136,
    ...agreed(164),
    isFast: true,
  },
  {
    name: "LDB, GPT-3.5 by lines",
    options: ldb("results/ldb/humaneval/gpt-3.5-turbo-0613-line-level/results.jsonl.gz"),
    samples: 164,
    passed: 132,
    ...agreed(164),
  },
  {
    name: "LDB, GPT-3.5 by functions",
    options: ldb("results/ldb/humaneval/gpt-3.5-turbo-0613-function-level/results.jsonl.gz"),
    samples: 164,
    passed: 131,
    ...agreed(164),
  },
  {
    name: "LDB, CodeLlama by blocks",
    options: ldb("results/ldb/humaneval/codellama/results.jsonl.gz"),
    samples: 164,
    passed: 91,
    ...agreed(164),
  },
  {
    name: "Refactory, correct programs",
    options: own("refactory/data.zip", "refactory/data.zip"),
    samples: 2_442,
    passed: 2_442,
  },
];
