const FIRST_ROOM = 4_096;

/** What is remembered of finished samples: four bytes each, by ordinal, so that millions take little memory. */
export class JudgeFingerprints {
  #marks = new Uint32Array(FIRST_ROOM);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  has(ordinal: number): boolean {
    return (this.#marks[ordinal] ?? 0) !== 0;
  }

  /** False when the ordinal is there already. */
  add(ordinal: number, sha256: string): boolean {
    if (this.has(ordinal)) return false;
    if (ordinal >= this.#marks.length) {
      const grown = new Uint32Array(Math.max(ordinal + 1, 2 * this.#marks.length));
      grown.set(this.#marks);
      this.#marks = grown;
    }
    this.#marks[ordinal] = fingerprintOf(sha256);
    this.#count += 1;
    return true;
  }

  isSame(ordinal: number, sha256: string): boolean {
    return this.#marks[ordinal] === fingerprintOf(sha256);
  }
}

/** The hash's first 32 bits; 0 stands for none. */
export function fingerprintOf(sha256: string): number {
  return Number.parseInt(sha256.slice(0, 8), 16) || 1;
}
