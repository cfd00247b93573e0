"use client";
import { useQueries } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import { VirtualRows } from "@/components/table/virtual-rows";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { Benchmark, ProblemRow } from "@/lib/benchmarks/api-schema";
import { PROBLEMS_PER_PAGE, problemsQuery } from "@/lib/benchmarks/queries";
import { taskKindSchema } from "@/lib/benchmarks/schema";
import { problemColumns } from "./problem-columns";
import { ProblemView } from "./problem-view";

const checks = ["as-expected", "exception", "unchecked"] as const;
const checkTitles = { "as-expected": "as expected", exception: "exceptions", unchecked: "not checked" } as const;
const ANY = "any";

/** The problems of a benchmark, narrowed by what is typed and chosen, and one of them whole; the choice stands in the address. */
export function Problems({ benchmark }: { benchmark: Benchmark }) {
  const { id } = benchmark;
  const [search, setSearch] = useQueryState("search", parseAsString.withDefault("").withOptions({ throttleMs: 300 }));
  const [kind, setKind] = useQueryState("kind", parseAsStringLiteral(taskKindSchema.options));
  const [difficulty, setDifficulty] = useQueryState("difficulty", parseAsString);
  const [check, setCheck] = useQueryState("check", parseAsStringLiteral(checks));
  const [problemId, setProblem] = useQueryState("problem", parseAsString);
  const [view, setView] = useState({ first: 0, last: 1 });
  const [selected, setSelected] = useState(-1);
  const columns = useMemo(() => problemColumns(benchmark), [benchmark]);
  const asked = { search, kind, difficulty, check };
  const pages = [...new Set([view.first, view.last].map((row) => Math.floor(row / PROBLEMS_PER_PAGE)))];
  const answers = useQueries({ queries: pages.map((page) => problemsQuery(id, asked, page)) });
  const known = new Map(pages.map((page, index) => [page, answers[index]?.data?.problems]));
  const total = answers.find(({ data }) => data !== undefined)?.data?.total;
  const error = answers.find((answer) => answer.error !== null)?.error ?? null;
  const itemAt = (index: number): ProblemRow | undefined =>
    known.get(Math.floor(index / PROBLEMS_PER_PAGE))?.[index % PROBLEMS_PER_PAGE];
  const select = (index: number) => {
    setSelected(index);
    const item = itemAt(index);
    if (item !== undefined) void setProblem(item.id);
  };
  const difficulties = [...new Set(benchmark.difficulties.map((each) => each.difficulty))].filter((each) => each !== null);
  return (
    <section id="problems" aria-labelledby="problems-title" className="mt-8 scroll-mt-4">
      <h2 id="problems-title" className="text-lg font-semibold">
        Problems
      </h2>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <TextField
          type="search"
          aria-label="Search problems"
          placeholder="Task or title"
          className="w-60"
          value={search}
          onChange={(event) => void setSearch(event.target.value === "" ? null : event.target.value)}
        />
        {benchmark.kinds.length < 2 ? null : (
          <Choice
            label="Kind"
            value={kind}
            choices={benchmark.kinds.map((each) => [each.kind, each.kind])}
            onChange={(value) => void setKind(taskKindSchema.options.find((each) => each === value) ?? null)}
          />
        )}
        {difficulties.length < 2 ? null : (
          <Choice
            label="Difficulty"
            value={difficulty}
            choices={difficulties.map((each) => [each, each])}
            onChange={(value) => void setDifficulty(value)}
          />
        )}
        <Choice
          label="Check"
          value={check}
          choices={checks.map((each) => [each, checkTitles[each]])}
          onChange={(value) => void setCheck(checks.find((each) => each === value) ?? null)}
        />
        <span aria-live="polite" className="text-soft tabular-nums">
          {total === undefined ? "…" : `${total.toLocaleString("en")} ${total === 1 ? "problem" : "problems"}`}
        </span>
      </div>
      {error === null ? null : (
        <p role="alert" className="text-bad">
          {error.message}
        </p>
      )}
      <div className="mt-2 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
        {total === 0 ? (
          <p className="py-4 text-soft">No problem fits. Clear the search, or choose more.</p>
        ) : (
          <VirtualRows
            label="Problems"
            total={total ?? 0}
            columns={columns}
            sort="order"
            onSort={() => undefined}
            onView={(first, last) =>
              setView((before) => (before.first === first && before.last === last ? before : { first, last }))
            }
            itemAt={itemAt}
            selected={selectedIndex({ selected, problemId, itemAt, view })}
            onSelect={select}
            onOpen={({ id: opened }) => void setProblem(opened)}
          />
        )}
        <ProblemView benchmarkId={id} problemId={problemId} />
      </div>
    </section>
  );
}

type Selection = {
  readonly selected: number;
  readonly problemId: string | null;
  readonly itemAt: (index: number) => ProblemRow | undefined;
  readonly view: { readonly first: number; readonly last: number };
};

/** The row of the problem that is shown, where it is in view; otherwise the one that was last moved to. */
function selectedIndex({ selected, problemId, itemAt, view }: Selection): number {
  if (problemId === null || itemAt(selected)?.id === problemId) return selected;
  for (let index = view.first; index <= view.last; index += 1) if (itemAt(index)?.id === problemId) return index;
  return selected;
}

type ChoiceProps = {
  label: string;
  value: string | null;
  choices: readonly (readonly [value: string, label: string])[];
  onChange: (value: string | null) => void;
};

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const all = [
    { value: ANY, label: `Any ${label.toLowerCase()}` },
    ...choices.map(([each, title]) => ({ value: each, label: title })),
  ];
  return <Select label={label} value={value ?? ANY} choices={all} onChange={(next) => onChange(next === ANY ? null : next)} />;
}
