import type { ArmFactors } from "@/lib/experiments/arm";
import type { PublishedTable, ReferenceColumn } from "@/lib/references/published-table";

const CONDITIONS = [
  ["w/o", "feedback"],
  ["CodeExecutor", "trace:codeexecutor@tracewise"],
  ["Concise", "trace:concise@tracewise"],
  ["NExT", "trace:next@tracewise"],
  ["SemCoder", "trace:semcoder@tracewise"],
] as const;

const isEasy = ({ benchmark }: ArmFactors) => benchmark === "livecodebench-easy";

function columns(strategy: "sequential" | "parallel", metric: string): readonly ReferenceColumn[] {
  return CONDITIONS.map(([title, condition]) => ({
    title: `${strategy}, ${title}`,
    metric,
    matches: (factors) =>
      isEasy(factors) &&
      factors.strategy === strategy &&
      factors.condition === condition &&
      (strategy === "sequential" || factors.selection === "generated_tests_majority_no_public_tests"),
  }));
}

/** Figures of the study's test-time table, as its leaderboard shows them. */
export const testTimeTable: PublishedTable = {
  id: "tracewise-test-time",
  title: "Test-time scaling, LiveCodeBench easy, 26 problems",
  source:
    "Wang, Xie, Hu, Liu, Li: Do Code Semantics Help? Findings of EMNLP 2025, arXiv 2509.11686 (figures of the authors' leaderboard)",
  note: "Sequential cells are printed as pass@1, but are the oracle best of 8 on the private tests, averaged over five rounds; parallel cells are one program selected from 16.",
  columns: [
    {
      title: "greedy",
      metric: "pass@1",
      matches: (factors) =>
        isEasy(factors) && factors.strategy === "single" && factors.condition === "code" && factors.temperature === 0,
    },
    { title: "CoT", metric: "pass@1", matches: (factors) => isEasy(factors) && factors.condition === "cot" },
    ...columns("sequential", "rounds-mean"),
    ...columns("parallel", "selected@1"),
  ],
  rows: [
    {
      title: "GPT-4o-mini",
      model: "gpt-4o-mini",
      cells: [73.08, 73.08, 98.46, 98.46, 99.23, 99.23, 99.23, 88.46, 80.77, 80.77, 84.62, 80.77],
    },
    {
      title: "deepseek-chat (V3)",
      model: "deepseek-chat",
      cells: [84.62, 100, 100, 100, 100, 100, 100, 96.15, 96.15, 96.15, 96.15, 92.3],
    },
    { title: "Marco-o1", model: null, cells: [53.85, 50, 76.92, 69.23, 76.92, 73.08, 73.08, 61.54, 53.85, 69.23, 61.54, 57.69] },
    {
      title: "phi-4",
      model: "microsoft/phi-4",
      cells: [53.85, 73.08, 100, 96.15, 100, 91.54, 100, 80.77, 76.92, 84.62, 80.77, 84.62],
    },
    {
      title: "Llama-3.1-8B-Inst",
      model: null,
      cells: [34.62, 34.62, 67.69, 66.92, 74.62, 74.62, 65.38, 46.15, 42.31, 57.69, 57.69, 57.69],
    },
    {
      title: "deepseek-coder-6.7b-Inst",
      model: null,
      cells: [42.31, 46.15, 68.46, 61.54, 69.23, 76.15, 69.23, 53.85, 50, 57.69, 61.54, 50],
    },
    {
      title: "Qwen2.5-Coder-7b-Inst",
      model: "Qwen/Qwen2.5-Coder-7B-Instruct",
      cells: [61.54, 34.62, 83.85, 87.69, 80.77, 90.77, 86.92, 53.85, 61.54, 65.38, 50, 53.85],
    },
  ],
};
