import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuDownload, MenuItem, MenuLine } from "@/components/ui/menu";
import { useCopy } from "@/components/ui/use-copy";

const formats = [
  { id: "csv", title: "CSV" },
  { id: "jsonl", title: "JSON Lines" },
  { id: "parquet", title: "Parquet" },
  { id: "latex", title: "LaTeX" },
  { id: "markdown", title: "Markdown" },
] as const;

/** Longer tables belong into a file. */
const MOST_COPIED = 5_000;

type Props = { experimentId: string; filter: string; sort: string; columns: readonly string[]; total: number };

/** Exactly the rows and columns that are seen, all pages of them. */
export function SamplesExport({ experimentId, filter, sort, columns, total }: Props) {
  const copy = useCopy();
  const address = (format: string) =>
    `/api/v1/results/${experimentId}/export?${new URLSearchParams({ format, filter, sort, columns: columns.join(",") })}`;
  const copyMarkdown = async () => {
    const answer = await fetch(address("markdown"));
    if (answer.ok) await copy(await answer.text(), "Markdown table");
  };
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
        <MenuDownload key={id} href={address(id)}>
          {title}
        </MenuDownload>
      ))}
      <MenuLine />
      <MenuItem disabled={total > MOST_COPIED} onSelect={() => void copyMarkdown()}>
        {total > MOST_COPIED ? "Copy as Markdown (up to 5,000 rows)" : "Copy as Markdown"}
      </MenuItem>
    </Menu>
  );
}
