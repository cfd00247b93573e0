import type { Ask } from "../answer-ask";
import type { RecordingEnd, RecordingHeader } from "../schema";

/** A recording as it is stored; its stream compressed. */
export type StoredBytes = { readonly header: RecordingHeader; readonly end: RecordingEnd; readonly compressed: Uint8Array };

export type ThreadRequest = {
  readonly number: number;
  readonly recordingId: string;
  readonly ask: Ask;
  /** Null in the hope that the thread still has it decoded. */
  readonly stored: StoredBytes | null;
};

export type ThreadReply = { readonly number: number } & (
  | { readonly kind: "answer"; readonly text: string }
  /** The thread has not decoded it: to be asked again with what is stored. */
  | { readonly kind: "unknown" }
  /** `code` of an expected error; null for a defect. */
  | { readonly kind: "error"; readonly code: string | null; readonly message: string; readonly details: AppErrorDetails }
);
export type AppErrorDetails = Readonly<Record<string, unknown>> | undefined;
