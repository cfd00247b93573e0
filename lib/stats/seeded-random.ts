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
  const words = Uint32Array.from(state);
  const nextWord = () => advance(words);
  const nextUnit = () => ((nextWord() >>> 5) * 2 ** 26 + (nextWord() >>> 6)) / 2 ** 53;
  const nextInt = (bound: number) => {
    requireCount(bound, "values to draw from", 1);
    if (bound > 2 ** 32) throw new RangeError(`At most 2^32 values can be drawn from; these are ${bound}.`);
    // Draws above the last full multiple are thrown away, otherwise small values would come up more often.
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const word = nextWord();
      if (word < limit) return word % bound;
    }
  };
  return { nextUnit, nextInt };
}

function advance(words: Uint32Array): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = [words[0], words[1], words[2], words[3]];
  const result = Math.imul(rotate(Math.imul(second, 5), 7), 9) >>> 0;
  const newThird = third ^ first;
  const newFourth = fourth ^ second;
  words[1] = second ^ newThird;
  words[0] = first ^ newFourth;
  words[2] = newThird ^ (second << 9);
  words[3] = rotate(newFourth, 11);
  return result;
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
