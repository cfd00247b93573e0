import { requireCount } from "@/lib/stats/require-count";

/** A stream of random numbers that is the same for the same seed on every machine. */
export type Random = {
  /** A number in [0, 1) with 53 random bits. */
  nextUnit: () => number;
  /** A whole number from 0 to `bound` − 1, each equally likely; `bound` from 1 to 2^32. */
  nextInt: (bound: number) => number;
};

type Words = [number, number, number, number];

/**
 * The one random generator of the statistics: xoshiro128**, its state filled from the seed by splitmix32.
 * @param seed A whole number from 0 to 2^53 − 1, printed beside every result that used it.
 * @throws RangeError on any other seed.
 * @see Blackman and Vigna 2021, "Scrambled Linear Pseudorandom Number Generators".
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`A seed is a whole number from 0 to 2^53 − 1; this is ${seed}.`);
  return randomFromWords(wordsFromSeed(seed));
}

/** The generator at a given internal state of four 32-bit words, not all zero; `seededRandom` is the usual way in. */
export function randomFromWords(state: Readonly<Words>): Random {
  const nextWord = wordStream(state);
  const nextUnit = () => ((nextWord() >>> 5) * 2 ** 26 + (nextWord() >>> 6)) / 2 ** 53;
  let knownBound = 1;
  let width = 2 ** 32;
  const nextInt = (bound: number) => {
    if (bound !== knownBound) {
      width = widthOfShare(bound);
      knownBound = bound;
    }
    // Words beyond the last full share are thrown away, otherwise some values would come up more often.
    for (;;) {
      const share = Math.floor((nextWord() >>> 0) / width);
      if (share < bound) return share;
    }
  };
  return { nextUnit, nextInt };
}

/** How many of the 2^32 words stand for each value. */
function widthOfShare(bound: number): number {
  requireCount(bound, "values to draw from", 1);
  if (bound > 2 ** 32) throw new RangeError(`At most 2^32 values can be drawn from; these are ${bound}.`);
  return Math.floor(2 ** 32 / bound);
}

/** Signed words: they stay small integers, which keeps the inner loops of the bootstrap free of allocation. */
function wordStream(state: Readonly<Words>): () => number {
  let first = state[0] | 0;
  let second = state[1] | 0;
  let third = state[2] | 0;
  let fourth = state[3] | 0;
  return () => {
    const result = Math.imul(rotate(Math.imul(second, 5), 7), 9);
    const shifted = second << 9;
    third ^= first;
    fourth ^= second;
    second ^= third;
    first ^= fourth;
    third ^= shifted;
    fourth = rotate(fourth, 11);
    return result;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Successive outputs of splitmix32 from a start that depends on all 53 bits, so that neighbouring seeds share nothing. */
function wordsFromSeed(seed: number): Words {
  const start = finalize((seed >>> 0) ^ finalize(Math.floor(seed / 2 ** 32) + 0x5bf03635));
  const word = (position: number) => finalize(start + Math.imul(position, 0x9e3779b9));
  return [word(1), word(2), word(3), word(4)];
}

/** MurmurHash3's finalizer: every bit of the input moves about half of the output bits. */
function finalize(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
