export type Priority = "interactive" | "batch";

/** Who waits for an interpreter: interactive before batch, each in order of arrival. */
export class WaitingLine<T extends { readonly priority: Priority }> {
  readonly #lines: Record<Priority, T[]> = { interactive: [], batch: [] };

  get length(): number {
    return this.#lines.interactive.length + this.#lines.batch.length;
  }

  push(item: T): void {
    this.#lines[item.priority].push(item);
  }

  /** To the front: a job whose interpreter failed does not lose its turn. */
  pushBack(item: T): void {
    this.#lines[item.priority].unshift(item);
  }

  /** Takes out the next one; batch items only when `admits` says that there is room for one. */
  next(admits: { readonly batch: boolean }): T | null {
    return this.#lines.interactive.shift() ?? (admits.batch ? (this.#lines.batch.shift() ?? null) : null);
  }

  remove(item: T): boolean {
    const line = this.#lines[item.priority];
    const index = line.indexOf(item);
    if (index >= 0) line.splice(index, 1);
    return index >= 0;
  }

  drain(): T[] {
    return [...this.#lines.interactive.splice(0), ...this.#lines.batch.splice(0)];
  }
}
