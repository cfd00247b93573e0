import type { Warning } from "@/lib/results/schema";

/** A warning about the whole report unless `about` says what of it. */
export function make(
  code: Warning["code"],
  severity: Warning["severity"],
  message: string,
  about: Partial<Warning> = {},
): Warning {
  return { code, severity, message, sectionId: null, armIds: [], ...about };
}

export function idsOf(arms: readonly { readonly id: string }[]): string[] {
  return arms.map(({ id }) => id);
}

/** The first of them, and how many more there are. */
export function shortList(items: readonly string[]): string {
  return items.length <= 6 ? items.join(", ") : `${items.slice(0, 5).join(", ")} and ${items.length - 5} more`;
}
