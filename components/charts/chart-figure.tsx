"use client";
import type { ReactNode } from "react";
import type { Column, Row } from "@/lib/formats/export/table";
import { FigureFrame } from "./figure-frame";
import { PlainTable } from "./plain-table";

export type ChartFigureProps = {
  title: string;
  /** What is drawn, in words: estimand, interval, N. */
  note: string;
  columns: readonly Column[];
  rows: readonly Row[];
  children: ReactNode;
};

/** A chart with its words, the table behind it, and downloads of table and picture. */
export function ChartFigure({ title, note, columns, rows, children }: ChartFigureProps) {
  return (
    <FigureFrame
      title={title}
      note={note}
      plain={<PlainTable caption={title} columns={columns} rows={rows} />}
      loadTable={async () => ({ columns, rows })}
    >
      {children}
    </FigureFrame>
  );
}
