import { type ChildProcess, spawn } from "node:child_process";
import { type Readable, Writable } from "node:stream";
import { ByteQueue } from "./byte-queue";
import {
  encodeCancel,
  encodeJob,
  type Hello,
  helloSchema,
  type Job,
  parseReplyHeader,
  REPLY_HEADER_BYTES,
  type Reply,
  type ReplyHeader,
} from "./protocol";
import { InfrastructureError } from "./runner-errors";

export type InterpreterOptions = {
  readonly python: string;
  readonly tracer: string;
  /** Only this tier; the strongest one when undefined. */
  readonly tier?: "full" | "landlock" | "none";
  readonly mostRecordingBytes?: number;
};

type Process = {
  readonly child: ChildProcess;
  readonly jobs: Writable;
  readonly replies: Readable;
  readonly errors: Readable;
  readonly cancels: Writable;
};
type Waiting = { readonly number: number; readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void };

const HELLO_LENGTH_BYTES = 4;
const MOST_HELLO_BYTES = 65_536;
const ERROR_TAIL_CHARACTERS = 2_000;
/** An interpreter that was told to end and has not is killed after this time. */
const PATIENCE_MS = 2_000;

function start({ python, tracer, tier, mostRecordingBytes }: InterpreterOptions): Process {
  const flags = ["-s", "-S", "-B", "-P", "-X", "utf8", tracer, "--server", String(process.pid)];
  if (tier !== undefined) flags.push("--tier", tier);
  if (mostRecordingBytes !== undefined) flags.push("--most-recording-bytes", String(mostRecordingBytes));
  // Nothing of the server's environment reaches a program; the hash seed makes the order of sets the same in every recording.
  const env = {
    PATH: "/usr/local/bin:/usr/bin:/bin",
    PYTHONHASHSEED: "0",
    MALLOC_ARENA_MAX: "1",
    TZ: "UTC",
    LC_ALL: "C.UTF-8",
    // Next declares that every environment has this one.
    NODE_ENV: "production" as const,
  };
  const child = spawn(python, flags, { stdio: ["pipe", "pipe", "pipe", "pipe"], env, cwd: "/" });
  const { stdin: jobs, stdout: replies, stderr: errors } = child;
  const cancels = child.stdio[3];
  if (jobs === null || replies === null || errors === null || !(cancels instanceof Writable)) {
    throw new InfrastructureError("a warm interpreter was started without its pipes");
  }
  return { child, jobs, replies, errors, cancels };
}

/** One warm interpreter: a process that forks a sealed process per job. Runs one job at a time. */
export class WarmInterpreter {
  readonly #process: Process;
  readonly #queue = new ByteQueue();
  readonly #hello = Promise.withResolvers<Hello>();
  readonly #ended = Promise.withResolvers<InfrastructureError>();
  #greeted = false;
  #header: ReplyHeader | null = null;
  #jobs = 0;
  #waiting: Waiting | null = null;
  #errors = "";

  constructor(options: InterpreterOptions) {
    this.#process = start(options);
    const { child, jobs, replies, errors, cancels } = this.#process;
    replies.on("data", (chunk: Buffer) => this.#receive(chunk));
    errors.on("data", (chunk: Buffer) => {
      this.#errors = (this.#errors + chunk.toString()).slice(-ERROR_TAIL_CHARACTERS);
    });
    // A broken pipe shows as the process' end, which is handled below.
    for (const stream of [jobs, replies, errors, cancels]) stream.on("error", () => undefined);
    child.on("error", (error) => this.#end(error.message));
    child.on("close", (code, signal) => this.#end(`it ended with ${signal ?? `code ${code}`}`));
    this.#hello.promise.catch(() => undefined);
  }

  /** The first message; rejects when the interpreter ends before it. */
  get hello(): Promise<Hello> {
    return this.#hello.promise;
  }

  /** Resolves when the process has ended, with the reason. */
  get ended(): Promise<InfrastructureError> {
    return this.#ended.promise;
  }

  get processId(): number | undefined {
    return this.#process.child.pid;
  }

  /** Runs one job; rejects with an InfrastructureError when the interpreter ends before it replies. */
  run(job: Job): { readonly reply: Promise<Reply>; readonly cancel: () => void } {
    if (this.#waiting !== null) throw new Error("a warm interpreter runs one job at a time");
    this.#jobs += 1;
    const number = this.#jobs;
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    this.#waiting = { number, resolve, reject };
    this.#process.jobs.write(encodeJob(job));
    return { reply: promise, cancel: () => this.#cancel(number) };
  }

  /** Ends the interpreter and everything below it. */
  async close(): Promise<void> {
    const { child, jobs, cancels } = this.#process;
    jobs.end();
    cancels.end();
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    await this.#ended.promise;
    clearTimeout(timer);
  }

  #cancel(number: number): void {
    if (this.#waiting?.number === number) this.#process.cancels.write(encodeCancel(number));
  }

  #receive(chunk: Buffer): void {
    this.#queue.push(chunk);
    try {
      while (this.#greeted ? this.#readReply() : this.#readHello());
    } catch (error) {
      this.#process.child.kill("SIGKILL");
      this.#end(error instanceof Error ? error.message : String(error));
    }
  }

  #readHello(): boolean {
    if (this.#queue.length < HELLO_LENGTH_BYTES) return false;
    const length = this.#queue.peek(HELLO_LENGTH_BYTES).readUInt32LE(0);
    if (length > MOST_HELLO_BYTES) throw new Error("the first message is none");
    const message = this.#queue.take(HELLO_LENGTH_BYTES + length);
    if (message === null) return false;
    this.#greeted = true;
    this.#hello.resolve(helloSchema.parse(JSON.parse(message.subarray(HELLO_LENGTH_BYTES).toString())));
    return true;
  }

  #readReply(): boolean {
    if (this.#header === null) {
      const bytes = this.#queue.take(REPLY_HEADER_BYTES);
      if (bytes === null) return false;
      this.#header = parseReplyHeader(bytes);
    }
    const { messageBytes, streamBytes, rawOutputBytes, ...rest } = this.#header;
    if (this.#queue.length < messageBytes + streamBytes + rawOutputBytes) return false;
    const parts = [messageBytes, streamBytes, rawOutputBytes].map((count) => this.#queue.take(count) ?? Buffer.alloc(0));
    const [message = Buffer.alloc(0), stream = Buffer.alloc(0), rawOutput = Buffer.alloc(0)] = parts;
    this.#header = null;
    this.#deliver({ ...rest, message: message.toString(), stream, rawOutput });
    return true;
  }

  #deliver(reply: Reply): void {
    const waiting = this.#waiting;
    if (waiting === null || waiting.number !== reply.number)
      throw new Error(`a reply to job ${reply.number}, which is not waited for`);
    this.#waiting = null;
    waiting.resolve(reply);
  }

  #end(why: string): void {
    const words = this.#errors.trim();
    const error = new InfrastructureError(`A warm interpreter failed: ${why}${words === "" ? "" : `. It said: ${words}`}`);
    this.#hello.reject(error);
    this.#waiting?.reject(error);
    this.#waiting = null;
    this.#ended.resolve(error);
  }
}
