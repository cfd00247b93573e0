import { PlainTable } from "@/components/charts/plain-table";
import type { Report, SectionReport } from "@/lib/results/schema";
import { contrastTable } from "./contrast-table";

/** The differences of a section as numbers alone. */
export function ContrastPlainTable({ title, report, section }: { title: string; report: Report; section: SectionReport }) {
  return <PlainTable caption={title} {...contrastTable(report, section)} />;
}
