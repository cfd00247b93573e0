import type { TaskKind } from "@/lib/benchmarks/schema";

export const kindWords: Readonly<Record<TaskKind, string>> = {
  synthesis: "synthesis",
  repair: "repair",
  "output-prediction": "output prediction",
  "input-prediction": "input prediction",
};
