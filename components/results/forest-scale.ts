import type { ContrastReport } from "@/lib/results/schema";

export const PLOT_WIDTH = 400;

export type ForestScale = { readonly limit: number; readonly ticks: readonly number[]; readonly x: (value: number) => number };

/** A scale with zero in the middle that holds every interval, in steps that people count in. */
export function forestScale(contrasts: readonly ContrastReport[]): ForestScale {
  const reach = contrasts.flatMap(({ interval, difference }) => [
    Math.abs(interval?.low ?? 0),
    Math.abs(interval?.high ?? 0),
    Math.abs(difference ?? 0),
  ]);
  const most = Math.max(0.05, ...reach);
  const step = [0.02, 0.05, 0.1, 0.2, 0.25, 0.5].find((size) => most / size <= 3.2) ?? 0.5;
  const count = Math.max(1, Math.floor(most / step + 1e-9));
  const limit = Math.min(1, Math.max(most * 1.06, count * step * 1.06));
  const ticks = Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * step);
  return { limit, ticks, x: (value) => (PLOT_WIDTH / 2) * (1 + Math.max(-1, Math.min(1, value / limit))) };
}
