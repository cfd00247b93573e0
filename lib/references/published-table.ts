import type { ArmFactors } from "@/lib/experiments/arm";

/** Which arm a published column is of, and which of its figures. */
export type ReferenceColumn = {
  readonly title: string;
  readonly metric: string;
  readonly matches: (factors: ArmFactors) => boolean;
};

/** A table as printed: figures only, in %. */
export type PublishedTable = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly note: string;
  readonly columns: readonly ReferenceColumn[];
  /** As printed; `model` is what result files call it, null where none are known. */
  readonly rows: readonly { readonly title: string; readonly model: string | null; readonly cells: readonly (number | null)[] }[];
};
