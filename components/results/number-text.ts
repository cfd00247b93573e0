import { formatPoints } from "@/lib/stats/format-points";

/** Unknown, everywhere. */
export const UNKNOWN = "—";

/** "53.8 %"; a rate as a fraction. */
export function rateText(value: number | null, decimals = 1): string {
  return value === null ? UNKNOWN : `${(value * 100).toFixed(decimals)} %`;
}

/** "−10.9 to +26.3" in points. */
export function rangeText(interval: { readonly low: number; readonly high: number } | null): string {
  return interval === null ? UNKNOWN : `${formatPoints(interval.low)} to ${formatPoints(interval.high)}`;
}

/** "0.69", "<0.001"; never rounded across a significance. */
export function pText(pValue: number | null): string {
  if (pValue === null) return UNKNOWN;
  if (pValue < 0.001) return "<0.001";
  if (pValue > 0.045 && pValue < 0.055) return pValue.toFixed(4);
  return pValue < 0.1 ? pValue.toFixed(3) : pValue.toFixed(2);
}

/** "1,234" or "12.5k" is never used: whole numbers with separators. */
export function countText(value: number | null): string {
  return value === null ? UNKNOWN : Math.round(value).toLocaleString("en");
}
