import type { ImportedArm, ImportedRow } from "@/lib/imports/schema";

/** For files of one arm: puts the arm before the first rows and counts the samples of each problem. */
export class OneArm {
  readonly arm: ImportedArm;
  readonly #chains = new Map<string, number>();
  #announced = false;

  constructor(arm: ImportedArm) {
    this.arm = arm;
  }

  /** The rows, after the arm when it has not been given out yet. */
  rows(rows: readonly ImportedRow[]): readonly ImportedRow[] {
    if (this.#announced) return rows;
    this.#announced = true;
    return [{ type: "arm", arm: this.arm }, ...rows];
  }

  /** The number of the next sample of a problem, from 0. */
  nextChain(taskId: string): number {
    const chain = this.#chains.get(taskId) ?? 0;
    this.#chains.set(taskId, chain + 1);
    return chain;
  }
}
