import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { findRecording, findRecordingStream } from "./data";
import { decodeRecording } from "./decode-recording";
import type { Recording } from "./schema";
import { getServerState } from "./server-state";

const decompress = promisify(brotliDecompress);

/** The whole recording, decoded; null when there is none or it has expired. Recently used ones are kept decoded. */
export async function loadRecording(id: string, now: Date): Promise<Recording | null> {
  // The database is asked first in any case: what has expired or was deleted is not answered from memory.
  const found = await findRecording(id, now);
  if (found === null) return null;
  const kept = getServerState().decoded.get(id);
  if (kept !== undefined) return kept;
  const stored = await findRecordingStream(id, now);
  if (stored === null) return null;
  const { header, end } = found;
  const recording = decodeRecording({ header, end, stream: await decompress(stored.compressed) });
  getServerState().decoded.set(id, recording);
  return recording;
}
