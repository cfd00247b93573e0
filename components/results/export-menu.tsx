"use client";
import { Download } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { downloadText } from "@/components/ui/download-text";
import { Menu, MenuItem, MenuLabel, MenuLine } from "@/components/ui/menu";
import { useCopy } from "@/components/ui/use-copy";
import type { Report, SectionReport } from "@/lib/results/schema";

const formats = [
  { id: "csv", title: "CSV" },
  { id: "jsonl", title: "JSON Lines" },
  { id: "latex", title: "LaTeX (booktabs)" },
  { id: "markdown", title: "Markdown" },
] as const;

const fetchWriter = () => import("./write-contrasts");

type Props = { report: Report; section: SectionReport | null };

/** Takes the differences that are shown, or the whole report. */
export function ExportMenu({ report, section }: Props) {
  return (
    <Menu
      trigger={
        <Button>
          <Download size={14} aria-hidden />
          Export
        </Button>
      }
    >
      <ExportItems report={report} section={section} />
    </Menu>
  );
}

function ExportItems({ report, section }: Props) {
  const copy = useCopy();
  const name = report.experiment.name.replaceAll(/[^\w-]+/g, "-").toLowerCase();
  useEffect(() => {
    // Ahead of the choice, because a browser may refuse the clipboard to what comes long after the click.
    fetchWriter().catch(() => undefined);
  }, []);
  const write = async (format: (typeof formats)[number]["id"]) => {
    const { writeContrasts } = await fetchWriter();
    return section === null ? { text: "", extension: format } : writeContrasts(format, report, section);
  };
  const download = async (format: (typeof formats)[number]["id"]) => {
    const { text, extension } = await write(format);
    downloadText(`${name}.${extension}`, text);
  };
  return (
    <>
      <MenuLabel>The differences shown</MenuLabel>
      {formats.map(({ id, title }) => (
        <MenuItem key={id} onSelect={() => void download(id)}>
          {title}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => void write("markdown").then(({ text }) => copy(text, "Markdown table"))}>
        Copy as Markdown
      </MenuItem>
      <MenuLine />
      <MenuLabel>Everything</MenuLabel>
      <MenuItem onSelect={() => downloadText(`${name}.json`, JSON.stringify(report, null, 2))}>Report as JSON</MenuItem>
    </>
  );
}
