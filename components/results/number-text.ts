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

const SIGNIFICANCES = [0.01, 0.05, 0.1];

/** "0.69", "<0.001"; as many decimals as it takes to stay on its side of the usual significances. */
export function pText(pValue: number | null): string {
  if (pValue === null) return UNKNOWN;
  if (pValue < 0.001) return "<0.001";
  const stays = (shown: number) =>
    SIGNIFICANCES.every((significance) => Math.sign(shown - significance) === Math.sign(pValue - significance));
  for (let decimals = pValue < 0.1 ? 3 : 2; decimals < 16; decimals += 1) {
    const shown = pValue.toFixed(decimals);
    if (stays(Number(shown))) return shown;
  }
  return String(pValue);
}

/** "1,234" or "12.5k" is never used: whole numbers with separators. */
export function countText(value: number | null): string {
  return value === null ? UNKNOWN : Math.round(value).toLocaleString("en");
}
