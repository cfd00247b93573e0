"use client";
import { FileDown, Table2 } from "lucide-react";
import { type ReactNode, Suspense, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { downloadText } from "@/components/ui/download-text";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Column, Row } from "@/lib/formats/export/table";

type Props = {
  title: string;
  /** What is drawn, in words: estimand, interval, N. */
  note: string;
  /** The numbers as a table, shown instead of the drawing; its code may come when it is first shown. */
  plain: ReactNode;
  /** The numbers for a file. */
  loadTable: () => Promise<{ readonly columns: readonly Column[]; readonly rows: readonly Row[] }>;
  /** What is saved as a picture where what is shown is no drawing. */
  loadPicture?: () => Promise<ReactNode>;
  children: ReactNode;
};

/** A figure with its words, the table behind it, and downloads of table and picture. */
export function FigureFrame({ title, note, plain, loadTable, loadPicture, children }: Props) {
  const drawing = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);
  const [picture, setPicture] = useState<ReactNode>(null);
  const id = useId();
  const fileName = title.toLowerCase().replaceAll(/[^a-z0-9@]+/g, "-");
  const saveTable = async () => {
    const [{ tableText }, { columns, rows }] = await Promise.all([import("./table-text"), loadTable()]);
    downloadText(`${fileName}.csv`, tableText(columns, rows));
  };
  const savePicture = async (format: "svg" | "png") => {
    const { svgText, downloadPng } = await import("./export-svg");
    const drawn = await loadPicture?.();
    // A drawing that is not on the page is put there for as long as it takes.
    flushSync(() => setPicture(drawn ?? null));
    const svg = drawing.current?.querySelector("svg.recharts-surface, svg[data-chart]") ?? null;
    if (svg !== null && format === "svg") downloadText(`${fileName}.svg`, svgText(svg));
    if (svg !== null && format === "png") await downloadPng(`${fileName}.png`, svg);
    setPicture(null);
  };
  const canSave = !isTable || loadPicture !== undefined;
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
          <MenuItem onSelect={() => void saveTable()}>CSV</MenuItem>
          <MenuItem disabled={!canSave} onSelect={() => void savePicture("svg")}>
            SVG
          </MenuItem>
          <MenuItem disabled={!canSave} onSelect={() => void savePicture("png")}>
            PNG
          </MenuItem>
        </Menu>
      </figcaption>
      <div ref={drawing} className={loadPicture === undefined || isTable ? "p-4" : ""}>
        {picture === null ? null : <div className="fixed top-0 -left-1000">{picture}</div>}
        {isTable ? <Suspense fallback={<div aria-busy="true" className="h-40 bg-sunken" />}>{plain}</Suspense> : children}
      </div>
    </figure>
  );
}
