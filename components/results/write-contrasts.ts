import { csv } from "@/lib/formats/export/csv";
import { jsonl } from "@/lib/formats/export/jsonl";
import { latex } from "@/lib/formats/export/latex";
import { markdown } from "@/lib/formats/export/markdown";
import { exportText } from "@/lib/formats/export/table";
import type { Report, SectionReport } from "@/lib/results/schema";
import { contrastTable } from "./contrast-table";

const exporters = { csv, jsonl, latex, markdown } as const;

/** The differences of a section as a file in one of the formats. */
export function writeContrasts(format: keyof typeof exporters, report: Report, section: SectionReport) {
  const exporter = exporters[format];
  const { columns, rows } = contrastTable(report, section);
  return { text: [...exportText(exporter, columns, rows)].join(""), extension: exporter.extension };
}
