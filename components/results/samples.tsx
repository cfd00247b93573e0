"use client";
import { useQueries } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FilterField } from "@/components/table/filter-field";
import { VirtualRows } from "@/components/table/virtual-rows";
import { useAddress } from "@/components/ui/use-address";
import { sampleFields } from "@/lib/filters/sample-fields";
import { samplesQuery } from "@/lib/results/detail-queries";
import { type GroupField, groupFields } from "@/lib/results/groups-schema";
import { writePlace } from "@/lib/results/sample-place";
import { PAGE_SIZE, type SampleRow } from "@/lib/results/samples-schema";
import type { Report, SectionReport } from "@/lib/results/schema";
import { ColumnChoice, useColumns } from "./sample-columns";
import { GroupChoice, SampleGroups } from "./sample-groups";
import { SamplesExport } from "./samples-export";

/** Every sample of the experiment, filtered by an expression; a row opens it. */
export function Samples({ report }: { report: Report; section: SectionReport }) {
  const id = report.experiment.id ?? "";
  const router = useRouter();
  const [filterText, setFilter] = useAddress("filter");
  const filter = filterText ?? "";
  const [sortText, setSort] = useAddress("sort");
  const sort = sortText ?? "order";
  const [groupText, setGroup] = useAddress("group");
  const group = groupFields.find((field) => field === groupText) ?? null;
  const [given, setGiven] = useState({ count: 0, filter });
  const [view, setView] = useState({ first: 0, last: 1 });
  const [selected, setSelected] = useState(0);
  const arms = new Map(report.arms.map((arm) => [arm.id, arm]));
  const { columns, chosen, setChosen } = useColumns(arms);
  const pages = [...new Set([view.first, view.last].map((page) => Math.floor(page / PAGE_SIZE)))];
  const answers = useQueries({ queries: pages.map((page) => samplesQuery(id, { filter, sort, page })) });
  const known = new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.page, data] as const])));
  const total = answers.find(({ data }) => data !== undefined)?.data?.total;
  const error = answers.find((answer) => answer.error !== null)?.error ?? null;
  const itemAt = (index: number): SampleRow | undefined => known.get(Math.floor(index / PAGE_SIZE))?.rows[index % PAGE_SIZE];
  const openGroup = (by: GroupField, value: string) => {
    const term = `${by}:"${value.replaceAll('"', "")}"`;
    const next = filter.trim() === "" ? term : `(${filter}) ${term}`;
    setFilter(next);
    setGroup(null);
    // The field keeps what is typed to itself; a filter that comes from elsewhere starts it anew.
    setGiven({ count: given.count + 1, filter: next });
  };
  const open = (row: SampleRow) => {
    const control = arms.get(row.armId)?.controlId ?? null;
    const query = new URLSearchParams({ arm: row.armId, task: row.taskId, sample: writePlace(row) });
    if (control !== null) query.set("baseline", control);
    router.push(`/experiments/${id}/flips?${query}` as Route);
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <FilterField
          key={given.count}
          value={given.filter}
          fields={sampleFields}
          valuesOf={(field) => valuesOf(field, report)}
          onChange={(next) => setFilter(next === "" ? null : next)}
        />
        <span className="w-44 text-right text-soft tabular-nums">
          {total === undefined ? "…" : `${total.toLocaleString("en")} samples`}
        </span>
        <GroupChoice by={group} onChange={(by) => setGroup(by)} />
        <ColumnChoice chosen={chosen} onChange={setChosen} />
        <SamplesExport experimentId={id} filter={filter} sort={sort} columns={chosen} total={total ?? 0} />
      </div>
      {error === null ? null : <p className="text-bad">{error.message}</p>}
      {group === null ? null : (
        <SampleGroups experimentId={id} by={group} filter={filter} onOpen={({ value }) => openGroup(group, value)} />
      )}
      <VirtualRows
        label="Samples"
        total={total ?? 0}
        columns={columns}
        sort={sort}
        onSort={(next) => setSort(next === "order" ? null : next)}
        onView={(first, last) => setView((before) => (before.first === first && before.last === last ? before : { first, last }))}
        itemAt={itemAt}
        selected={selected}
        onSelect={setSelected}
        onOpen={open}
      />
      <p className="text-faint">
        Arrow keys move, Enter or a double click opens the sample with its prompt, program and verdict, beside the control's where
        there is one.
      </p>
    </div>
  );
}

const VERDICTS = ["passed", "failed", "timeout", "memory", "crashed", "no_code", "tampered", "infrastructure", "unjudged"];

function valuesOf(field: string, { arms }: Report): readonly string[] {
  if (field === "verdict") return VERDICTS;
  const values = arms.flatMap(({ modelTitle, factors, label }) => {
    const named: Record<string, string | null> = {
      model: modelTitle,
      condition: factors.condition,
      strategy: factors.strategy,
      benchmark: factors.benchmark,
      kind: factors.taskKind,
      arm: label,
    };
    const value = named[field];
    return value === null || value === undefined ? [] : [value];
  });
  return [...new Set(values)];
}
