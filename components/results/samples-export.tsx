import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";

const formats = [
  { id: "csv", title: "CSV" },
  { id: "jsonl", title: "JSON Lines" },
  { id: "parquet", title: "Parquet" },
  { id: "latex", title: "LaTeX" },
  { id: "markdown", title: "Markdown" },
] as const;

type Props = { experimentId: string; filter: string; sort: string; columns: readonly string[] };

/** Exactly the rows and columns that are seen, all pages of them. */
export function SamplesExport({ experimentId, filter, sort, columns }: Props) {
  return (
    <Menu
      trigger={
        <Button>
          <Download size={14} aria-hidden />
          Export rows
        </Button>
      }
    >
      {formats.map(({ id, title }) => (
        <MenuItem key={id} asChild>
          <a
            className="px-2 py-1"
            href={`/api/v1/results/${experimentId}/export?${new URLSearchParams({ format: id, filter, sort, columns: columns.join(",") })}`}
            download
          >
            {title}
          </a>
        </MenuItem>
      ))}
    </Menu>
  );
}
