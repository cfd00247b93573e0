/** Which of a problem's samples: its chain and its round, both from 0. */
export type SamplePlace = { readonly chain: number; readonly round: number };

/** "1.2", as a page's address has it. */
export function writePlace({ chain, round }: SamplePlace): string {
  return `${chain}.${round}`;
}

/** Null for what names no sample. */
export function readPlace(text: string | null): SamplePlace | null {
  const [, chain, round] = /^(\d{1,9})\.(\d{1,9})$/.exec(text ?? "") ?? [];
  return chain === undefined || round === undefined ? null : { chain: Number(chain), round: Number(round) };
}

/** Where the sample of a place is; without it the last of its chain, which may have stopped earlier, and without that the first. */
export function indexOfPlace(samples: readonly SamplePlace[], place: SamplePlace | null): number {
  if (place === null) return 0;
  const exact = samples.findIndex(({ chain, round }) => chain === place.chain && round === place.round);
  return Math.max(0, exact >= 0 ? exact : samples.findLastIndex(({ chain }) => chain === place.chain));
}
