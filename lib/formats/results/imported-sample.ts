import type { ImportedSample } from "@/lib/imports/schema";

type Given = Pick<ImportedSample, "armKey" | "taskId" | "form"> & Partial<ImportedSample>;

/** Completes a sample: what the source does not say is null, empty or the first. */
export function importedSample(given: Given): ImportedSample {
  return {
    line: null,
    chain: 0,
    round: 0,
    raw: null,
    text: null,
    verdict: null,
    suites: {},
    detail: null,
    scores: {},
    promptTokens: null,
    answerTokens: null,
    ...given,
  };
}
