import { CellStore } from "./cell-store";
import { CellValues } from "./cell-values";
import { logicalLineEnds } from "./logical-lines";
import { EventReader } from "./read-events";
import { StreamFault, StreamReader } from "./read-stream";
import { RecordingBuilder } from "./recording-builder";
import type { Recording, RecordingEnd, RecordingHeader } from "./schema";

const HEADER_BYTES = 128;
/** "PYTRACE1", little-endian. */
const MAGIC = 0x3145434152545950n;
const flagBits = { stepLimit: 1n, sizeLimit: 2n, traceLost: 16n, finished: 32n } as const;

const noteTexts: Readonly<Record<number, string>> = {
  1: "a list, dictionary or other container is longer than what is compared; changes past its 4,096th element and before its last 20 are not seen",
  2: "some values are nested more than 6 deep; what lies deeper is not shown",
  3: "some values are larger than what is kept of one; the rest is not shown",
  4: "a scope has more variables than are followed; the others are not shown",
  5: "a set holds objects without an order of their own; its elements are sorted",
  6: "the program made more code than is followed; the rest was not recorded",
  7: "side effects of one kind happened more often than is counted",
  8: "the recorder ran out of memory for some values",
  9: "the program has audit hooks, and what these do is not recorded",
};

export type StoredRecording = { readonly header: RecordingHeader; readonly stream: Uint8Array; readonly end?: RecordingEnd };

type StreamHeader = { readonly length: number; readonly flags: bigint; readonly dropped: number };

function readHeader(stream: Uint8Array): StreamHeader {
  if (stream.byteLength < HEADER_BYTES) throw new StreamFault("the stream is shorter than its header");
  const view = new DataView(stream.buffer, stream.byteOffset, HEADER_BYTES);
  if (view.getBigUint64(64, true) !== MAGIC) throw new StreamFault("the stream does not begin like a recording");
  const length = Math.min(Number(view.getBigUint64(0, true)), stream.byteLength);
  return {
    length: Math.max(length, HEADER_BYTES),
    flags: view.getBigUint64(16, true),
    dropped: Number(view.getBigUint64(24, true)),
  };
}

function completenessOf(header: StreamHeader | null, steps: number, fault: string | null): RecordingEnd["completeness"] {
  if (fault !== null) return { kind: "lost-after", step: steps, reason: fault };
  if (header !== null && (header.flags & (flagBits.stepLimit | flagBits.sizeLimit)) !== 0n) {
    return { kind: "truncated", recorded: steps, dropped: header.dropped };
  }
  if (header !== null && (header.flags & flagBits.traceLost) !== 0n)
    return { kind: "lost-after", step: steps, reason: "the program took tracing away from the recorder" };
  if (header !== null && (header.flags & flagBits.finished) !== 0n) return { kind: "complete" };
  return { kind: "lost-after", step: steps, reason: "the program ended before the recorder could finish" };
}

const unknownEnd: RecordingEnd = {
  status: "completed",
  reason: "",
  completeness: { kind: "complete" },
  error: null,
  exitCode: null,
  stepsSeen: 0,
  elapsedMs: 0,
  cpuMs: 0,
  stdout: "",
  stderr: "",
  audit: {},
  captureNotes: [],
};

/**
 * A recording from the recorder's stream. Pure, and safe on any bytes: what is malformed ends the steps there, and the end says
 * so. Without `end` the end holds what the stream itself tells (output, side effects, completeness); how the run ended is not in it.
 * @see docs/trace-format.md
 */
export function decodeRecording({ header, stream, end }: StoredRecording): Recording {
  const cells = new CellStore();
  const values = new CellValues(cells);
  const bounds = { lineEnds: logicalLineEnds(header.source), mostSteps: header.limits.steps };
  const builder = new RecordingBuilder(cells, values, bounds);
  let events: EventReader | null = null;
  let streamHeader: StreamHeader | null = null;
  let fault: string | null = null;
  try {
    streamHeader = readHeader(stream);
    const reader = new StreamReader(stream, HEADER_BYTES, streamHeader.length);
    events = new EventReader(reader, cells, builder);
    while (!reader.done) events.next();
  } catch (error) {
    if (!(error instanceof StreamFault)) throw error;
    fault = `the recording is damaged: ${error.message}`;
  }
  builder.finish();
  const { steps, frames } = builder;
  const completeness = completenessOf(streamHeader, steps.length, fault);
  const side = events?.side ?? { stdout: [], stderr: [], audit: new Map<string, number>(), notes: new Set<number>() };
  const seen = {
    stepsSeen: steps.length + (streamHeader?.dropped ?? 0),
    stdout: side.stdout.join(""),
    stderr: side.stderr.join(""),
    audit: Object.fromEntries(side.audit),
    captureNotes: [
      ...[...side.notes].map((note) => noteTexts[note] ?? `note ${note} of the recorder`),
      ...(values.exhausted ? ["there are more large values than can be kept; the later ones are shown in part"] : []),
      ...(cells.entangled ? ["objects hold each other so much that some changes inside of others are not shown"] : []),
    ],
  };
  const known = end === undefined ? { ...unknownEnd, ...seen, completeness } : fault === null ? end : { ...end, completeness };
  return { header, phase: builder.reachedEntry ? "entry" : "load", frames, steps, end: known };
}
