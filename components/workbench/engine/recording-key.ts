import type { RecordingEnd, RecordingHeader } from "@/lib/recordings/schema";

export type RecordingInput = {
  readonly id: string;
  /** A time-out can be recorded anew under the same id, so both name what is open. */
  readonly createdAt: string;
  readonly header: RecordingHeader;
  readonly end: RecordingEnd;
};

/** Names an open recording. */
export function recordingKey({ id, createdAt }: RecordingInput): string {
  return `${id} ${createdAt}`;
}
