export type SampleName = { readonly armId: string; readonly taskId: string; readonly chain: number; readonly round: number };

/** The id of a sample for lists and pages; the database has the four parts only. */
export function nameSample({ armId, taskId, chain, round }: SampleName): string {
  return `${armId}/${taskId}/${chain}/${round}`;
}
