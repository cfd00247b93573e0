"use client";
import { FileDown, Table2 } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { downloadText } from "@/components/ui/download-text";
import { Menu, MenuItem } from "@/components/ui/menu";
import { csv } from "@/lib/formats/export/csv";
import { type Column, exportText, type Row } from "@/lib/formats/export/table";
import { downloadPng, svgText } from "./export-svg";
import { PlainTable } from "./plain-table";

export type ChartFigureProps = {
  title: string;
  /** What is drawn, in words: estimand, interval, N. */
  note: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** What is saved as a picture where what is shown is no drawing. */
  picture?: ReactNode;
  children: ReactNode;
};

/** A chart with its words, the table behind it, and downloads of table and picture. */
export function ChartFigure({ title, note, columns, rows, picture, children }: ChartFigureProps) {
  const drawing = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);
  const id = useId();
  const fileName = title.toLowerCase().replaceAll(/[^a-z0-9@]+/g, "-");
  const [isDrawn, setIsDrawn] = useState(false);
  /** Hands over the drawing; one that is not on the page is put there for as long as it takes. */
  const withDrawing = async (save: (svg: Element) => void | Promise<void>) => {
    flushSync(() => setIsDrawn(true));
    const svg = drawing.current?.querySelector("svg.recharts-surface, svg[data-chart]") ?? null;
    if (svg !== null) await save(svg);
    setIsDrawn(false);
  };
  const canSave = !isTable || picture !== undefined;
  return (
    <figure aria-labelledby={id} className="rounded-lg border border-line bg-surface">
      <figcaption className="flex items-start gap-3 border-b border-line py-1.5 pr-2 pl-4">
        <div className="min-w-0 grow py-0.5">
          <h3 id={id} className="font-semibold">
            {title}
          </h3>
          <p className="text-soft">{note}</p>
        </div>
        <Button look="quiet" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          <Table2 size={14} aria-hidden />
          {isTable ? "Chart" : "Table"}
        </Button>
        <Menu
          trigger={
            <Button look="quiet" aria-label={`Download ${title}`}>
              <FileDown size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={() => downloadText(`${fileName}.csv`, [...exportText(csv, columns, rows)].join(""))}>CSV</MenuItem>
          <MenuItem disabled={!canSave} onSelect={() => void withDrawing((svg) => downloadText(`${fileName}.svg`, svgText(svg)))}>
            SVG
          </MenuItem>
          <MenuItem disabled={!canSave} onSelect={() => void withDrawing((svg) => downloadPng(`${fileName}.png`, svg))}>
            PNG
          </MenuItem>
        </Menu>
      </figcaption>
      <div ref={drawing} className={picture === undefined || isTable ? "p-4" : ""}>
        {isDrawn && picture !== undefined ? <div className="fixed top-0 -left-1000">{picture}</div> : null}
        {isTable ? <PlainTable caption={title} columns={columns} rows={rows} /> : children}
      </div>
    </figure>
  );
}
