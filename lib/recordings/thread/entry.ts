/** Runs in a thread of its own: decodes, renders and counts, so that nobody else waits meanwhile. */
import { promisify } from "node:util";
import { parentPort } from "node:worker_threads";
import { brotliDecompress } from "node:zlib";
import { AppError } from "@/lib/errors/app-error";
import { answerAsk } from "../answer-ask";
import { decodeRecording } from "../decode-recording";
import type { Recording } from "../schema";
import { getServerState } from "../server-state";
import type { ThreadReply, ThreadRequest } from "./messages";

const decompress = promisify(brotliDecompress);

async function decode({ recordingId, stored }: ThreadRequest): Promise<Recording | null> {
  // A thread has globals of its own: this is not the cache of the main one.
  const { decoded } = getServerState();
  const kept = decoded.get(recordingId);
  if (kept !== undefined || stored === null) return kept ?? null;
  const { header, end, compressed } = stored;
  const recording = decodeRecording({ header, end, stream: await decompress(compressed) });
  decoded.set(recordingId, recording);
  return recording;
}

async function reply(request: ThreadRequest): Promise<ThreadReply> {
  const { number } = request;
  try {
    const recording = await decode(request);
    if (recording === null) return { number, kind: "unknown" };
    return { number, kind: "answer", text: await answerAsk(recording, request.ask) };
  } catch (error) {
    if (error instanceof AppError)
      return { number, kind: "error", code: error.code, message: error.message, details: error.details };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { number, kind: "error", code: null, message, details: undefined };
  }
}

parentPort?.on("message", async (request: ThreadRequest) => parentPort?.postMessage(await reply(request)));
