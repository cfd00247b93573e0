/**
 * A rate or a difference of rates in points with its sign: "+2.1", "−4.0", "0.0". Values too small for one decimal keep two
 * significant digits, so that a limit beside zero never reads as zero.
 * @param value 0.021 is 2.1 points.
 */
export function formatPoints(value: number): string {
  const points = Math.abs(value * 100);
  if (points < 1e-9) return "0.0";
  const digits = points < 0.05 ? plainDecimal(points) : points.toFixed(1);
  return `${value < 0 ? "−" : "+"}${digits}`;
}

function plainDecimal(points: number): string {
  return points.toFixed(Math.min(12, 1 - Math.floor(Math.log10(points))));
}
