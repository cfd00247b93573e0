/**
 * A level or a power as it is written: "95 %", "99.9 %".
 * @param share 0.95 is 95 %.
 */
export function formatPercent(share: number): string {
  return `${Number((share * 100).toFixed(6))} %`;
}
