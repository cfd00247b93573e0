import { z } from "zod";

/** Places in the recording's own header (docs/trace-format.md), and its flags. */
const FLAGS_OFFSET = 16;
const TAIL_OFFSET_OFFSET = 32;
const TAIL_LENGTH_OFFSET = 40;
const HEADER_BYTES = 128;
const MOST_TAIL_BYTES = 16_384;

const flagBits = { stepLimit: 1, sizeLimit: 2, threadLimit: 4, tamperTried: 8, traceLost: 16, finished: 32 } as const;
export type StreamFlags = { readonly [Name in keyof typeof flagBits]: boolean };

const errorFile = z.enum(["program", "entry", "other"]);
const tailSchema = z.object({
  outcome: z.enum(["returned", "exited", "raised", "syntax-error"]),
  exitCode: z.int(),
  traced: z.boolean(),
  errorType: z.string().default(""),
  errorMessage: z.string().default(""),
  errorLine: z.int().default(0),
  errorFile: errorFile.catch("other").default("other"),
});
/** What the harness says about the end of a program that ran to its end. `errorLine` is 0 where it is unknown. */
export type Tail = z.infer<typeof tailSchema>;

export type StreamEnd = { readonly flags: StreamFlags; readonly tail: Tail | null };

function parseTail(stream: Buffer, nonce: string): Tail | null {
  const offset = Number(stream.readBigUInt64LE(TAIL_OFFSET_OFFSET));
  const length = Number(stream.readBigUInt64LE(TAIL_LENGTH_OFFSET));
  if (length > MOST_TAIL_BYTES || offset < HEADER_BYTES || offset + length > stream.byteLength) return null;
  const text = stream.subarray(offset, offset + length).toString();
  if (!text.endsWith(nonce)) return null;
  try {
    const parsed = tailSchema.safeParse(JSON.parse(text.slice(0, -nonce.length)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The flags of a recording, and its last record when that is genuine: it ends with the nonce, which the program cannot read. */
export function parseStreamEnd(bytes: Uint8Array, nonce: string): StreamEnd {
  const stream = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (stream.byteLength < HEADER_BYTES) return { flags: flagsOf(0), tail: null };
  return { flags: flagsOf(Number(stream.readBigUInt64LE(FLAGS_OFFSET) & 0xffn)), tail: parseTail(stream, nonce) };
}

function flagsOf(bits: number): StreamFlags {
  const has = (bit: number) => (bits & bit) !== 0;
  return {
    stepLimit: has(flagBits.stepLimit),
    sizeLimit: has(flagBits.sizeLimit),
    threadLimit: has(flagBits.threadLimit),
    tamperTried: has(flagBits.tamperTried),
    traceLost: has(flagBits.traceLost),
    finished: has(flagBits.finished),
  };
}
