"use client";
import { Plus } from "lucide-react";
import { Cell, Grid, Gridline, useDefaultGridLayout } from "react-resizable-panels";
import { Button } from "@/components/ui/button";
import { useWorkbench } from "../workbench-context";
import { AdapterMenu } from "./adapter-menu";
import { Pane } from "./pane";
import { paneLayout } from "./pane-layout";

type Props = { revealLine: number | null; onCompare: (key: number) => void };

const gridline =
  "bg-line data-[separator=hover]:bg-line-strong data-[separator=active]:bg-accent focus-visible:bg-accent outline-none";

/** The panes side by side, with borders that can be dragged; where they stand is remembered for each arrangement. */
export function PaneGrid({ revealLine, onCompare }: Props) {
  const { state } = useWorkbench();
  const { columns, rows } = paneLayout(state.panes.length);
  return <SizedGrid key={`${columns}x${rows}`} columns={columns} rows={rows} revealLine={revealLine} onCompare={onCompare} />;
}

function SizedGrid({ columns, rows, revealLine, onCompare }: Props & { columns: number; rows: number }) {
  const { state, dispatch, readOnly } = useWorkbench();
  const id = `polytrace-panes-${columns}x${rows}`;
  const remembered = useDefaultGridLayout({ id, onlySaveAfterUserInteractions: true });
  const hasSpare = columns * rows > state.panes.length;
  return (
    <Grid
      id={id}
      columns={Array.from({ length: columns }, () => ({ minSize: 140 }))}
      rows={Array.from({ length: rows }, () => ({ minSize: 90 }))}
      className="h-full w-full"
      {...remembered}
    >
      {state.panes.map((pane, index) => (
        <Cell
          key={pane.key}
          id={`pane-${pane.key}`}
          column={index % columns}
          row={Math.floor(index / columns)}
          className="min-h-0 min-w-0 overflow-hidden"
        >
          <Pane pane={pane} position={index} revealLine={revealLine} onCompare={onCompare} />
        </Cell>
      ))}
      {hasSpare ? (
        <Cell id="pane-spare" column={columns - 1} row={rows - 1} className="grid min-h-0 place-items-center bg-paper">
          {readOnly ? null : (
            <AdapterMenu
              trigger={
                <Button>
                  <Plus size={14} aria-hidden /> Add a pane
                </Button>
              }
              onChoose={(adapter) => dispatch({ type: "pane-added", adapter })}
            />
          )}
        </Cell>
      ) : null}
      {[1, 2].slice(0, columns - 1).map((column) => (
        <Gridline
          key={column}
          type="column"
          column={column}
          aria-label={`Width of column ${column}`}
          className={`w-px ${gridline}`}
        />
      ))}
      {rows === 2 ? <Gridline type="row" row={1} aria-label="Height of the first row" className={`h-px ${gridline}`} /> : null}
    </Grid>
  );
}
