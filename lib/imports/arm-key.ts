import type { ImportedArm } from "@/lib/imports/schema";

/** Endings by which tools tell answers, their raw texts and their scores apart; what is left names the run. */
const PARTS = /(?:_eval_results|_eval_all|_results|\.raw|_eval)?(?:\.(?:jsonl?|eval|gz|zst|zip))*$/;

/**
 * The key of an arm within a whole import. Files of one run (samples, raw answers, scores) give one arm; arms of files that are not of
 * one run stay apart, also where both files name them alike.
 */
export function armKeyWithin(path: string, arm: Pick<ImportedArm, "key" | "arguments">): string {
  const run = stem(path);
  if (arm.key === path) return run;
  if (typeof arm.arguments.role === "string") return arm.key;
  return `${run} | ${arm.key}`;
}

function stem(path: string): string {
  let rest = path;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(PARTS, "");
  }
  return rest === "" ? path : rest;
}
