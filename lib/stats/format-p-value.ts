/**
 * A p-value for a sentence: "p = 0.031", "p < 0.001". Gets as many digits as it takes to stand on its own side of the significance,
 * so that 0.0499 never reads as 0.05.
 */
export function formatPValue(pValue: number, significance: number): string {
  if (pValue < 0.001 && significance > 0.001) return "p < 0.001";
  for (let digits = 2; digits < 16; digits += 1) {
    const text = String(Number(pValue.toPrecision(digits)));
    if (Math.sign(Number(text) - significance) === Math.sign(pValue - significance)) return `p = ${text}`;
  }
  return `p = ${pValue}`;
}
