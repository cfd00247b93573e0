import { createReadStream, existsSync } from "node:fs";
import { type FileHandle, open, truncate } from "node:fs/promises";
import { type BatchResult, batchResultSchema, rowKey } from "./batch-row";
import { usageFailure } from "./command-failure";
import { readLines } from "./read-lines";

export type BatchOutput = {
  /** Keys of the rows that an earlier run finished. */
  readonly done: ReadonlySet<string>;
  readonly write: (result: BatchResult) => Promise<void>;
  readonly close: () => Promise<void>;
};

function parseResult(bytes: Buffer): BatchResult | null {
  try {
    return batchResultSchema.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    return null;
  }
}

/** Collects what is finished. The end of a last line that was cut off is removed, so that the next row starts on a line of its own. */
async function collectDone(file: string, adapters: readonly string[]): Promise<Set<string>> {
  const done = new Set<string>();
  for await (const { bytes, number, offset, isTerminated } of readLines(createReadStream(file))) {
    const result = parseResult(bytes);
    // A whole row without its line feed is run again too: simpler than completing it, and just as right.
    if (!isTerminated) await truncate(file, offset);
    else if (result === null)
      throw usageFailure(`${file} line ${number} is not a row of a batch's output. Choose another file for --out.`);
    else if (adapters.some((adapter) => !Object.hasOwn(result.renderings, adapter))) {
      const held = Object.keys(result.renderings).join(", ");
      throw usageFailure(
        `${file} line ${number} has renderings of ${held}, not of ${adapters.join(", ")}. Choose another file for --out.`,
      );
    } else done.add(rowKey(result.id));
  }
  return done;
}

/** Opens a batch's output to add to it. One write per row: whoever is stopped in between leaves at most one torn line. */
export async function openBatchOutput(file: string, adapters: readonly string[]): Promise<BatchOutput> {
  const done = existsSync(file) ? await collectDone(file, adapters) : new Set<string>();
  let handle: FileHandle;
  try {
    handle = await open(file, "a");
  } catch (error) {
    throw usageFailure(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    done,
    write: async (result) => {
      // One after the other: a second write while one is under way could land in the middle of it.
      last = last.then(() => handle.appendFile(`${JSON.stringify(result)}\n`));
      await last;
    },
    close: () => handle.close(),
  };
}
