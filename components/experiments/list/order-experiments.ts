import type { ExperimentRow } from "@/lib/experiments/api-schema";

export const statusChoices = ["all", "running", "paused", "completed", "cancelled", "imported"] as const;
export type StatusChoice = (typeof statusChoices)[number];

export const orders = ["-created", "created", "name", "-name", "-problems", "problems", "-samples", "samples"] as const;
export type Order = (typeof orders)[number];

export type Asked = { readonly text: string; readonly status: StatusChoice; readonly order: Order };

const values: Record<string, (row: ExperimentRow) => string | number> = {
  created: ({ createdAt }) => createdAt,
  name: ({ name }) => name.toLowerCase(),
  problems: ({ problems }) => problems,
  samples: ({ samples }) => samples,
};

/** The experiments that fit, in the order asked for. Every word must be found in the name or in what it is about. Pure. */
export function orderExperiments(rows: readonly ExperimentRow[], { text, status, order }: Asked): ExperimentRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = rows.filter((row) => fits(row, status) && words.every((word) => haystack(row).includes(word)));
  const sign = order.startsWith("-") ? -1 : 1;
  const value = values[order.replace("-", "")] ?? (({ createdAt }: ExperimentRow) => createdAt);
  return kept.toSorted((a, b) => sign * compare(value(a), value(b)) || compare(b.createdAt, a.createdAt));
}

function fits({ status, origin }: ExperimentRow, asked: StatusChoice): boolean {
  if (asked === "all") return true;
  return asked === "imported" ? origin === "import" : status === asked && origin === "run";
}

function haystack({ name, benchmarks, models, conditions }: ExperimentRow): string {
  return [name, ...benchmarks, ...models, ...conditions].join("\n").toLowerCase();
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
