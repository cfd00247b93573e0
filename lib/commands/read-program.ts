import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Entry } from "@/lib/recordings/schema";
import { usageFailure } from "./command-failure";
import type { TraceOptions } from "./trace-options";
import { userPath } from "./user-path";

/** A file's text in UTF-8, or that of standard input for `-`. */
async function readText(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = file === "-" ? await buffer(process.stdin) : await readFile(userPath(file));
  } catch (error) {
    throw usageFailure(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw usageFailure(`${file} is not UTF-8 text.`);
  }
}

async function readEntry(options: TraceOptions): Promise<Entry> {
  const { call, stdin, test } = options;
  const given = [call, stdin, test].filter((text) => text !== undefined);
  if (given.length > 1) throw usageFailure("Give one of --call, --stdin and --test: a program is started in one way.");
  if (call !== undefined) return { kind: "call", expression: call };
  if (test !== undefined) return { kind: "test", code: await readText(test) };
  return { kind: "script", stdin: stdin === undefined ? "" : await readText(stdin) };
}

/** The program and the way to start it that a command names. */
export async function readProgram(file: string, options: TraceOptions): Promise<{ source: string; entry: Entry }> {
  if ([file, options.stdin, options.test].filter((name) => name === "-").length > 1) {
    throw usageFailure("Standard input (-) can be read for one thing only.");
  }
  return { source: await readText(file), entry: await readEntry(options) };
}
