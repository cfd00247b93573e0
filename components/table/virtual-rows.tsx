"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { heightOf, ROW, scrollTopFor, stretchOf, tallRows } from "./tall-rows";

export type RowColumn<Item> = {
  readonly id: string;
  readonly title: string;
  /** As in CSS grid. */
  readonly width: string;
  readonly side: "left" | "right";
  readonly cell: (item: Item) => ReactNode;
  /** Value of the sort when this heading is pressed, and when it is pressed again. */
  readonly sorts?: readonly string[];
};

type Props<Item> = {
  label: string;
  total: number;
  columns: readonly RowColumn<Item>[];
  sort: string;
  onSort: (sort: string) => void;
  /** Called with the first and last row in view. */
  onView: (first: number, last: number) => void;
  /** Undefined while it is on its way. */
  itemAt: (index: number) => Item | undefined;
  selected: number;
  onSelect: (index: number) => void;
  onOpen: (item: Item) => void;
};

/** Any number of rows, of which only those in view exist; moved through by key, headings sort. */
export function VirtualRows<Item>(props: Props<Item>) {
  const { label, total, columns, itemAt, selected, onSelect, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: total,
    getScrollElement: () => scroller.current,
    ...tallRows,
    overscan: 20,
    onChange: (instance) => {
      const { range } = instance;
      if (range !== null) props.onView(range.startIndex, range.endIndex);
    },
  });
  const move = (to: number) => {
    const next = Math.max(0, Math.min(total - 1, to));
    onSelect(next);
    scroller.current?.scrollTo({ top: scrollTopFor(next, total, scroller.current) });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20, Home: -total, End: total };
    const step = steps[event.key];
    const item = itemAt(selected);
    if (step !== undefined) move(selected + step);
    else if (event.key === "Enter" && item !== undefined) onOpen(item);
    else return;
    event.preventDefault();
  };
  // Rows are drawn where the browser has scrolled to, which is less far than their own offset when there are very many.
  const offset = rows.scrollOffset ?? 0;
  const shift = offset - offset / stretchOf(total, scroller.current?.clientHeight ?? 0);
  const template = { gridTemplateColumns: columns.map(({ width }) => width).join(" ") };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot leave out the rows that are not in view
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      className="overflow-hidden rounded-lg border border-line bg-surface"
    >
      <Head columns={columns} template={template} sort={props.sort} onSort={props.onSort} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        ref={scroller}
        role="rowgroup"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the rows are moved through by key
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="h-[min(620px,70vh)] overflow-auto outline-offset-[-2px]"
      >
        <div role="presentation" style={{ height: heightOf(total) }} className="relative">
          {rows.getVirtualItems().map(({ index, start }) => {
            const item = itemAt(index);
            return (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's
              <div
                key={index}
                role="row"
                tabIndex={-1}
                aria-rowindex={index + 2}
                aria-selected={index === selected}
                onClick={() => onSelect(index)}
                onDoubleClick={() => item !== undefined && onOpen(item)}
                className={classNames(
                  "absolute inset-x-0 grid items-center border-b border-line px-4",
                  index === selected && "bg-accent-soft",
                )}
                style={{ ...template, height: ROW, transform: `translateY(${start - shift}px)` }}
              >
                {columns.map((column) => (
                  // biome-ignore lint/a11y/useSemanticElements: see above
                  <div
                    key={column.id}
                    role="gridcell"
                    tabIndex={-1}
                    className={classNames("truncate px-2 tabular-nums", column.side === "right" && "text-right")}
                  >
                    {item === undefined ? <span className="text-faint">…</span> : column.cell(item)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

type HeadProps<Item> = Pick<Props<Item>, "columns" | "sort" | "onSort"> & { template: React.CSSProperties };

function Head<Item>({ columns, template, sort, onSort }: HeadProps<Item>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    <div role="row" tabIndex={-1} aria-rowindex={1} className="grid border-b border-line px-4 text-xs text-soft" style={template}>
      {columns.map(({ id, title, side, sorts }) => {
        const index = sort === "order" ? -1 : (sorts?.indexOf(sort) ?? -1);
        return (
          // biome-ignore lint/a11y/useSemanticElements: part of a grid
          <div
            key={id}
            role="columnheader"
            tabIndex={-1}
            aria-sort={index < 0 ? "none" : sorts?.[index]?.startsWith("-") === true ? "descending" : "ascending"}
            className={classNames("px-2 py-1.5 font-medium", side === "right" && "text-right")}
          >
            {sorts === undefined ? (
              title
            ) : (
              <button
                type="button"
                className="hover:text-ink"
                onClick={() => onSort(sorts[(index + 1) % sorts.length] ?? "order")}
              >
                {title}
                {index < 0 ? "" : sorts[index]?.startsWith("-") === true ? " ↓" : " ↑"}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}
