import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { getDatabase } from "@/lib/database/client";
import type { RecordingDetail, RecordingListItem } from "./api-schema";
import {
  type RecordingEnd,
  type RecordingHeader,
  recordingEndSchema,
  recordingHeaderSchema,
  recordingStatusSchema,
} from "./schema";

const compress = promisify(brotliCompress);
/** Quality 1 brings 4.3 bytes an event to about 2 at the speed of the disk. */
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

export type NewRecording = {
  readonly id: string;
  readonly header: RecordingHeader;
  readonly end: RecordingEnd;
  readonly stream: Uint8Array;
  readonly steps: number;
  readonly title: string;
};

/** Compressed with brotli; `streamBytes` is the size it has when decompressed. */
export type StoredStream = { readonly compressed: Uint8Array; readonly streamBytes: number };

/** Not expired: what has expired is gone for every reader, also before it is deleted. */
function alive(id: string, now: Date) {
  return { id, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
}

/** Stores a recording that expires, unless one with its id is there already: the same id is the same content. */
export async function saveRecording(recording: NewRecording, times: { now: Date; expiresAt: Date }): Promise<void> {
  const { id, header, end, stream, steps, title } = recording;
  const { now, expiresAt } = times;
  const compressed = new Uint8Array(await compress(stream, options));
  const row = { id, header, end, steps, title, status: end.status, stream: compressed, streamBytes: stream.byteLength };
  await getDatabase().$transaction([
    getDatabase().recording.deleteMany({ where: { id, expiresAt: { lte: now } } }),
    getDatabase().recording.createMany({ data: { ...row, createdAt: now, usedAt: now, expiresAt }, skipDuplicates: true }),
  ]);
}

/** Notes that a recording was used, which puts off its expiry; false when there is none. */
export async function touchRecording(id: string, times: { now: Date; expiresAt: Date }): Promise<boolean> {
  const { now, expiresAt } = times;
  const changed = await getDatabase().recording.updateManyAndReturn({
    where: alive(id, now),
    data: { usedAt: now },
    select: { expiresAt: true },
  });
  const until = changed[0]?.expiresAt;
  // A shared one stays shared, also when that happened since the line above.
  if (until) await getDatabase().recording.updateMany({ where: { id, expiresAt: { lt: expiresAt } }, data: { expiresAt } });
  return changed.length > 0;
}

/** Everything about a recording but its steps; null when there is none or it has expired. */
export async function findRecording(id: string, now: Date): Promise<RecordingDetail | null> {
  const row = await getDatabase().recording.findFirst({ where: alive(id, now), omit: { stream: true } });
  if (row === null) return null;
  const end = recordingEndSchema.parse(row.end);
  return {
    id: row.id,
    status: end.status,
    reason: end.reason,
    steps: row.steps,
    title: row.title,
    complete: end.completeness.kind === "complete",
    elapsedMs: end.elapsedMs,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    streamBytes: row.streamBytes,
    completeness: end.completeness,
    header: recordingHeaderSchema.parse(row.header),
    end,
  };
}

/** The recorder's stream as stored; null when there is none or it has expired. */
export async function findRecordingStream(id: string, now: Date): Promise<StoredStream | null> {
  const row = await getDatabase().recording.findFirst({ where: alive(id, now), select: { stream: true, streamBytes: true } });
  return row === null ? null : { compressed: row.stream, streamBytes: row.streamBytes };
}

/** The recordings used last, newest first. */
export async function listRecordings(choice: {
  limit: number;
  which: "all" | "shared";
  now: Date;
}): Promise<RecordingListItem[]> {
  const { limit, which, now } = choice;
  const shared = { expiresAt: null };
  const rows = await getDatabase().recording.findMany({
    where: which === "shared" ? shared : { OR: [shared, { expiresAt: { gt: now } }] },
    select: { id: true, status: true, steps: true, title: true, createdAt: true },
    orderBy: [{ usedAt: "desc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map((row) => ({ ...row, status: recordingStatusSchema.parse(row.status), createdAt: row.createdAt.toISOString() }));
}

/** Deletes what has expired; returns how many recordings that were. */
export async function deleteExpiredRecordings(now: Date): Promise<number> {
  const { count } = await getDatabase().recording.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}
