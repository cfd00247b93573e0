import { csv } from "@/lib/formats/export/csv";
import { jsonl } from "@/lib/formats/export/jsonl";
import { latex } from "@/lib/formats/export/latex";
import { markdown } from "@/lib/formats/export/markdown";
import type { TextExporter } from "@/lib/formats/export/table";

/** Table formats that are written as text, in the order of the export menu. Parquet is binary and has a file of its own. */
export const textExporters: readonly TextExporter[] = [csv, jsonl, latex, markdown];

/** The exporter with this id; undefined when there is none. */
export function findTextExporter(id: string): TextExporter | undefined {
  return textExporters.find((exporter) => exporter.id === id);
}
