import { findImportedSample } from "./data";

/** The answer that an imported arm holds for a problem; rounds are counted from 1 here and from 0 in imports. */
export function findImportedAnswer(
  source: string,
  taskId: string,
  position: { chain: number; round: number },
): Promise<string | null> {
  return findImportedSample({ source, taskId, chain: position.chain, round: position.round - 1 });
}
