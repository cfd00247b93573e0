/** What is publicly known of a benchmark, by the format that its file has. */
export type AboutBenchmark = {
  readonly title: string;
  /** What it asks for, in a sentence or two. */
  readonly description: string;
  /** Who published it where; null for one's own. */
  readonly source: { readonly title: string; readonly url: string } | null;
  /** As its repository states it; null where it states none for the problems. */
  readonly licence: string | null;
};

const known: Readonly<Record<string, AboutBenchmark>> = {
  humaneval: {
    title: "HumanEval",
    description: "164 functions to complete from their signature and docstring.",
    source: { title: "Chen et al. 2021, arXiv 2107.03374", url: "https://github.com/openai/human-eval" },
    licence: "MIT",
  },
  mbpp: {
    title: "MBPP",
    description: "Functions to write from one sentence and an example assertion.",
    source: {
      title: "Austin et al. 2021, arXiv 2108.07732",
      url: "https://github.com/google-research/google-research/tree/master/mbpp",
    },
    licence: "CC BY 4.0",
  },
  evalplus: {
    title: "EvalPlus",
    description: "HumanEval or MBPP with many more tests; base and plus tests are scored side by side.",
    source: { title: "Liu et al. 2023, arXiv 2305.01210", url: "https://github.com/evalplus/evalplus" },
    licence: "Apache 2.0",
  },
  cruxeval: {
    title: "CRUXEval",
    description: "800 short functions: predict the output of a call, and an input that gives an output.",
    source: { title: "Gu et al. 2024, arXiv 2401.03065", url: "https://github.com/facebookresearch/cruxeval" },
    licence: "MIT",
  },
  humanevalfix: {
    title: "HumanEvalFix",
    description: "HumanEval's solutions, each with one mistake to be found and mended.",
    source: { title: "Muennighoff et al. 2023, arXiv 2308.07124", url: "https://github.com/bigcode-project/octopack" },
    licence: "MIT",
  },
  quixbugs: {
    title: "QuixBugs",
    description: "Classic algorithms, each with a mistake on one line.",
    source: { title: "Lin et al. 2017, SPLASH Companion", url: "https://github.com/jkoppel/QuixBugs" },
    licence: "MIT",
  },
  refactory: {
    title: "Refactory",
    description: "Wrong student programs for five questions of a programming course, to be mended.",
    source: { title: "Hu et al. 2019, ASE", url: "https://github.com/githubhuyang/refactory" },
    licence: "LGPL 3.0",
  },
  livecodebench: {
    title: "LiveCodeBench",
    description: "Contest problems with their dates; public tests may be shown, private ones score.",
    source: { title: "Jain et al. 2024, arXiv 2403.07974", url: "https://github.com/LiveCodeBench/LiveCodeBench" },
    licence: null,
  },
  bigcodebench: {
    title: "BigCodeBench",
    description: "Functions that use libraries. The libraries must be installed where programs run.",
    source: { title: "Zhuo et al. 2024, arXiv 2406.15877", url: "https://github.com/bigcode-project/bigcodebench" },
    licence: "Apache 2.0",
  },
  "polytrace-mini": {
    title: "Polytrace Mini",
    description:
      "Problems of our own over synthesis, repair and both kinds of prediction, so that a first experiment needs no download. Too few to find anything but very large effects.",
    source: null,
    licence: "MIT",
  },
};

const sameAs: Readonly<Record<string, string>> = { "evalplus-origin": "evalplus", "quixbugs-folder": "quixbugs" };

const own: AboutBenchmark = {
  title: "Own problems",
  description: "Problems in the plain JSON Lines format.",
  source: null,
  licence: null,
};

export function aboutBenchmark(format: string): AboutBenchmark {
  return known[sameAs[format] ?? format] ?? own;
}
