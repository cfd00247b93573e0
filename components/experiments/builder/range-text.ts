import type { Range } from "@/lib/engine/plan-schema";

/** "1,234"; a range as what is likely and, where that is more, the most. */
export function rangeText({ expected, most }: Range, show = whole): string {
  const [low, high] = [show(expected), show(most)];
  return low === high ? low : `${low}, at most ${high}`;
}

export function whole(value: number): string {
  return Math.ceil(value - 1e-9).toLocaleString("en");
}

export function dollars(value: number): string {
  if (value === 0) return "$0";
  return value < 0.01
    ? `$${value.toFixed(4)}`
    : `$${value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** "under a second", "40 s", "12 min", "3.5 h". */
export function duration(seconds: number): string {
  if (seconds < 1) return "seconds";
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${(seconds / 3600).toFixed(1)} h`;
  return `${(seconds / 86_400).toFixed(1)} days`;
}
