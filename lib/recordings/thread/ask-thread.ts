import path from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/errors/app-error";
import type { Ask } from "../answer-ask";
import type { StoredBytes, ThreadReply, ThreadRequest } from "./messages";

/** The server is started from the project's folder, as the recorder's script is found too. */
const ENTRY = "lib/recordings/thread/entry.ts";

type Waiting = { readonly resolve: (reply: ThreadReply) => void; readonly reject: (error: Error) => void };
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; next: number };

declare global {
  var polytraceThread: Thread | undefined;
}

/**
 * Asks the thread of large recordings, which is started with the first question and again should it end. `load` brings what is stored and
 * is called only when the thread has not decoded the recording yet; null when there is none.
 * @throws AppError as `answerAsk`
 */
export async function askThread(recordingId: string, ask: Ask, load: () => Promise<StoredBytes | null>): Promise<string | null> {
  const first = await send({ recordingId, ask, stored: null });
  if (first.kind !== "unknown") return textOf(first);
  const stored = await load();
  return stored === null ? null : textOf(await send({ recordingId, ask, stored }));
}

function textOf(reply: ThreadReply): string {
  if (reply.kind === "answer") return reply.text;
  if (reply.kind === "error" && reply.code !== null) throw new AppError(reply.code, reply.message, reply.details);
  throw new Error(reply.kind === "error" ? reply.message : "The thread forgot the recording that it was sent.");
}

function send(request: Omit<ThreadRequest, "number">): Promise<ThreadReply> {
  const thread = getThread();
  const number = thread.next;
  thread.next += 1;
  return new Promise((resolve, reject) => {
    thread.waiting.set(number, { resolve, reject });
    thread.worker.ref();
    thread.worker.postMessage({ number, ...request });
  });
}

/** On the global object because each bundle of the server has its own copy of a module. */
function getThread(): Thread {
  globalThis.polytraceThread ??= startThread();
  return globalThis.polytraceThread;
}

function startThread(): Thread {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), ENTRY);
  const worker = new Worker(/* turbopackIgnore: true */ file, { execArgv: ["--import", "tsx"] });
  const thread: Thread = { worker, waiting: new Map(), next: 0 };
  worker.unref();
  worker.on("message", (reply: ThreadReply) => {
    const waiting = thread.waiting.get(reply.number);
    thread.waiting.delete(reply.number);
    if (thread.waiting.size === 0) worker.unref();
    waiting?.resolve(reply);
  });
  const end = (error: Error) => {
    if (globalThis.polytraceThread === thread) globalThis.polytraceThread = undefined;
    for (const { reject } of thread.waiting.values()) reject(error);
    thread.waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", (code) => end(new Error(`The thread of large recordings ended with code ${code}.`)));
  return thread;
}
