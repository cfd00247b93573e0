"use client";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { downloadText } from "@/components/ui/download-text";
import { Menu, MenuItem, MenuLabel, MenuLine } from "@/components/ui/menu";
import { useCopy } from "@/components/ui/use-copy";
import { csv } from "@/lib/formats/export/csv";
import { jsonl } from "@/lib/formats/export/jsonl";
import { latex } from "@/lib/formats/export/latex";
import { markdown } from "@/lib/formats/export/markdown";
import { exportText, type TextExporter } from "@/lib/formats/export/table";
import type { Report, SectionReport } from "@/lib/results/schema";
import { contrastTable } from "./contrast-table";

const exporters: readonly TextExporter[] = [csv, jsonl, latex, markdown];

/** Takes the differences that are shown, or the whole report. */
export function ExportMenu({ report, section }: { report: Report; section: SectionReport | null }) {
  const copy = useCopy();
  const name = report.experiment.name.replaceAll(/[^\w-]+/g, "-").toLowerCase();
  const write = (exporter: TextExporter) => {
    if (section === null) return "";
    const { columns, rows } = contrastTable(report, section);
    return [...exportText(exporter, columns, rows)].join("");
  };
  return (
    <Menu
      trigger={
        <Button>
          <Download size={14} aria-hidden />
          Export
        </Button>
      }
    >
      <MenuLabel>The differences shown</MenuLabel>
      {exporters.map((exporter) => (
        <MenuItem key={exporter.id} onSelect={() => downloadText(`${name}.${exporter.extension}`, write(exporter))}>
          {exporter.title}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => void copy(write(markdown), "Markdown table")}>Copy as Markdown</MenuItem>
      <MenuLine />
      <MenuLabel>Everything</MenuLabel>
      <MenuItem onSelect={() => downloadText(`${name}.json`, JSON.stringify(report, null, 2))}>Report as JSON</MenuItem>
    </Menu>
  );
}
