"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import type { ApiError } from "@/lib/http/fetch-json";
import { recordingQuery, recordProgramMutation } from "@/lib/recordings/queries";
import type { Program } from "./workbench-state";

export type Recorder = {
  readonly isRunning: boolean;
  /** When the present run was started, in milliseconds of `Date.now()`. */
  readonly startedAt: number;
  readonly error: ApiError | Error | null;
  readonly record: (program: Program) => void;
  readonly cancel: () => void;
};

/** Records programs one at a time; a new run, or `cancel`, ends the one before. */
export function useRecorder(onRecorded: (id: string) => void): Recorder {
  const client = useQueryClient();
  const mutation = useMutation(recordProgramMutation());
  const running = useRef<AbortController | null>(null);
  const { mutate, reset } = mutation;
  const record = useCallback(
    (request: Program) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      mutate(
        { request, signal: controller.signal },
        {
          onSuccess: async ({ id }) => {
            if (controller.signal.aborted) return;
            // A time-out is recorded anew under the same id.
            await client.invalidateQueries({ queryKey: recordingQuery(id).queryKey });
            onRecorded(id);
          },
        },
      );
    },
    [mutate, client, onRecorded],
  );
  const cancel = useCallback(() => {
    running.current?.abort();
    reset();
  }, [reset]);
  const isAbort = mutation.error instanceof DOMException && mutation.error.name === "AbortError";
  const error = isAbort ? null : mutation.error;
  const { isPending, submittedAt } = mutation;
  return useMemo(
    () => ({ isRunning: isPending, startedAt: submittedAt, error, record, cancel }),
    [isPending, submittedAt, error, record, cancel],
  );
}
