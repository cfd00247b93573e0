import { StreamFault, type StreamReader } from "./read-stream";
import type { Value } from "./schema";

type IntegerValue = Extract<Value, { kind: "int" }>;

const WORD_BITS = 30n;
const HEAD_DIGITS = 40;
/** The recorder writes at most 16,384 bits; more would take time quadratic in their number. */
const MOST_BYTES = 4_096;
/** Enough to keep the first digits right through the roundings of a power. */
const WORKING_DIGITS = 160;

function readWords(reader: StreamReader): bigint {
  const bytes = reader.count(MOST_BYTES);
  if (bytes % 4 !== 0) throw new StreamFault(`an integer at byte ${reader.position} is not made of whole words`);
  let value = 0n;
  const words: bigint[] = [];
  for (let i = 0; i < bytes; i += 4) words.push(BigInt(reader.word() & 0x3fffffff));
  for (const word of words.reverse()) value = (value << WORD_BITS) | word;
  return value;
}

/** An integer written whole: its sign and its words of 30 bits, the lowest first. */
export function readBigInteger(reader: StreamReader): IntegerValue {
  const negative = reader.byte() === 1;
  const digits = readWords(reader).toString();
  return { kind: "int", text: negative ? `-${digits}` : digits, digits: digits.length };
}

/** The leading digits of `mantissa` × 10^`exponent`. */
type Scaled = { readonly mantissa: bigint; readonly exponent: number };

function shorten({ mantissa, exponent }: Scaled): Scaled {
  const excess = mantissa.toString().length - WORKING_DIGITS;
  return excess <= 0 ? { mantissa, exponent } : { mantissa: mantissa / 10n ** BigInt(excess), exponent: exponent + excess };
}

function multiply(a: Scaled, b: Scaled): Scaled {
  return shorten({ mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent });
}

/** 2^bits by repeated squaring: printing the whole number would take time quadratic in its length. */
function powerOfTwo(bits: number): Scaled {
  let result: Scaled = { mantissa: 1n, exponent: 0 };
  let base: Scaled = { mantissa: 2n, exponent: 0 };
  for (let rest = bits; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, base);
    base = multiply(base, base);
  }
  return result;
}

/**
 * Everything was rounded down, so 10^5000 comes out as 9999…: nines as far as one can see before a tail of zeros are the next number.
 * Null where that is not so.
 */
function roundUp(digits: string, tail: string): string | null {
  if (!/^9+$/.test(digits.slice(HEAD_DIGITS, HEAD_DIGITS + 60)) || !/^0+$/.test(tail)) return null;
  return (BigInt(digits.slice(0, HEAD_DIGITS)) + 1n).toString() + "0".repeat(digits.length - HEAD_DIGITS);
}

/** An integer of more than about 4,900 digits: its first 40 and last 18 decimal digits, from its top words and its rest modulo 10^18. */
export function readHugeInteger(reader: StreamReader): IntegerValue {
  const negative = reader.byte() === 1;
  const dropped = reader.unsigned();
  if (dropped > 2 ** 33) throw new StreamFault(`an integer of ${dropped} words does not fit any memory`);
  const top: Scaled = { mantissa: readWords(reader), exponent: 0 };
  const tail = reader.unsignedBig().toString().padStart(18, "0");
  const { mantissa, exponent } = multiply(top, powerOfTwo(dropped * Number(WORD_BITS)));
  const rounded = roundUp(mantissa.toString(), tail);
  const head = rounded ?? mantissa.toString();
  return { kind: "int", text: (negative ? "-" : "") + head.slice(0, HEAD_DIGITS), digits: head.length + exponent, tail };
}
