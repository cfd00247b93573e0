import type { Report, SectionReport } from "@/lib/results/schema";

/** The section that an address names by its number or its id; the first where it names none. */
export function findSection({ sections }: Report, name: string | null): SectionReport | undefined {
  return sections.find((section, position) => String(position + 1) === name || section.id === name) ?? sections[0];
}
