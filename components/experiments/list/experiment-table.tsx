"use client";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { ScrollRegion } from "@/components/table/scroll-region";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ExperimentRow } from "@/lib/experiments/api-schema";
import { ExperimentLine } from "./experiment-line";
import { type Order, orderExperiments, orders, statusChoices } from "./order-experiments";
import { RehearsalButton } from "./rehearsal-button";

const PAGE = 100;

type Heading = { readonly title: string; readonly className: string; readonly by?: readonly [Order, Order] };
const headings: readonly Heading[] = [
  { title: "Experiment", className: "pl-4", by: ["name", "-name"] },
  { title: "State", className: "px-2" },
  { title: "Progress", className: "px-2" },
  { title: "Models", className: "px-2" },
  { title: "Benchmarks", className: "px-2" },
  { title: "Conditions", className: "px-2" },
  { title: "N", className: "px-2 text-right", by: ["-problems", "problems"] },
  { title: "Samples", className: "px-2 text-right", by: ["-samples", "samples"] },
  { title: "Made, UTC", className: "px-2 text-right", by: ["-created", "created"] },
  { title: "", className: "pr-2" },
];

/** The experiments as a table that is searched, narrowed and ordered; the choice stands in the address. */
export function ExperimentTable({ experiments }: { experiments: readonly ExperimentRow[] }) {
  const [text, setText] = useQueryState("q", parseAsString.withDefault(""));
  const [status, setStatus] = useQueryState("state", parseAsStringLiteral(statusChoices).withDefault("all"));
  const [order, setOrder] = useQueryState("sort", parseAsStringLiteral(orders).withDefault("-created"));
  const [most, setMost] = useState(PAGE);
  const found = orderExperiments(experiments, { text, status, order });
  const chooseStatus = (value: string) => void setStatus(statusChoices.find((each) => each === value) ?? "all");
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <TextField
          type="search"
          aria-label="Search experiments"
          placeholder="Name, model, benchmark or condition"
          value={text}
          onChange={(event) => void setText(event.target.value === "" ? null : event.target.value)}
          className="w-72"
        />
        <Select
          label="State"
          value={status}
          choices={statusChoices.map((value) => ({ value, label: value }))}
          onChange={chooseStatus}
          className="w-28"
        />
        <p aria-live="polite" className="grow text-soft tabular-nums">
          {found.length === experiments.length ? "" : `${found.length} of `}
          {experiments.length.toLocaleString("en")} {experiments.length === 1 ? "experiment" : "experiments"}
        </p>
        <RehearsalButton look="plain" />
      </div>
      {found.length === 0 ? (
        <p className="mt-6 text-soft">No experiment fits. Clear the search, or choose another state.</p>
      ) : (
        <ScrollRegion label="Experiments" className="mt-3 rounded-lg border border-line bg-surface">
          <table className="w-full min-w-240 text-left tabular-nums">
            <thead className="text-xs text-soft">
              <tr>
                {headings.map((heading) => (
                  <Head key={heading.title} heading={heading} order={order} onOrder={(next) => void setOrder(next)} />
                ))}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, most).map((experiment) => (
                <ExperimentLine key={experiment.id} experiment={experiment} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {found.length > most ? (
        <Button className="mt-2" onClick={() => setMost(most + 5 * PAGE)}>
          Show more: {(found.length - most).toLocaleString("en")} left
        </Button>
      ) : null}
    </>
  );
}

type HeadProps = { heading: Heading; order: Order; onOrder: (order: Order) => void };

function Head({ heading: { title, className, by }, order, onOrder }: HeadProps) {
  if (by === undefined) {
    return (
      <th scope="col" className={`py-1.5 font-medium ${className}`}>
        {title === "" ? <span className="sr-only">Actions</span> : title}
      </th>
    );
  }
  const [first, second] = by;
  const isOwn = order === first || order === second;
  const isDown = order.startsWith("-");
  return (
    <th
      scope="col"
      aria-sort={isOwn ? (isDown ? "descending" : "ascending") : "none"}
      className={`py-1.5 font-medium ${className}`}
    >
      <button type="button" className="hover:text-ink" onClick={() => onOrder(order === first ? second : first)}>
        {title}
        {isOwn ? (isDown ? " ↓" : " ↑") : ""}
      </button>
    </th>
  );
}
