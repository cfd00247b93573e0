import type { Problem } from "./schema";

/** Lets every problem through once: one is named by its task and kind, and of two with one name the first counts. */
export class UniqueProblems {
  readonly #seen = new Set<string>();
  readonly duplicates: string[] = [];

  /** Those of `problems` whose name was not there before. */
  take(problems: readonly Problem[]): Problem[] {
    return problems.filter(({ taskId, kind }) => {
      const name = `${kind}\n${taskId}`;
      if (this.#seen.has(name)) {
        this.duplicates.push(taskId);
        return false;
      }
      this.#seen.add(name);
      return true;
    });
  }
}
