import { type Ask, answerAsk } from "./answer-ask";
import { findRecording, findRecordingStream } from "./data";
import { loadRecording } from "./load-recording";
import { askThread } from "./thread/ask-thread";

/** Up to here the work takes some ten milliseconds, less than handing it to a thread for the first time; beyond, others would wait. */
const SMALL_STEPS = 5_000;
const SMALL_STREAM_BYTES = 512 * 1024;

/**
 * What is asked of a recording, as text of JSON; null when there is none or it has expired. Large ones are read in a thread of their own.
 * @throws AppError as `answerAsk`
 */
export async function askRecording(id: string, ask: Ask, now: Date): Promise<string | null> {
  const found = await findRecording(id, now);
  if (found === null) return null;
  if (found.steps <= SMALL_STEPS && found.streamBytes <= SMALL_STREAM_BYTES) {
    const recording = await loadRecording(id, now);
    return recording === null ? null : answerAsk(recording, ask);
  }
  const { header, end } = found;
  return askThread(id, ask, async () => {
    const stored = await findRecordingStream(id, now);
    return stored === null ? null : { header, end, compressed: stored.compressed };
  });
}
