import type { Command } from "./command";

/**
 * The commands of all components on the page. It stands outside of React's state: a context above the page that changes while the
 * server's answer is still coming makes React throw that answer away and draw the page again.
 */
export class CommandRegistry {
  #byOwner = new Map<string, readonly Command[]>();
  #commands: readonly Command[] = [];
  #listeners = new Set<() => void>();

  /** `commands` of one component; null when it leaves the page. */
  set(owner: string, commands: readonly Command[] | null): void {
    if (commands === null) this.#byOwner.delete(owner);
    else this.#byOwner.set(owner, commands);
    this.#commands = [...this.#byOwner.values()].flat();
    for (const listener of this.#listeners) listener();
  }

  /** The same array until something changes. */
  list = (): readonly Command[] => this.#commands;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
