import { CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import type { RowColumn } from "@/components/table/virtual-rows";
import type { Benchmark, ProblemRow } from "@/lib/benchmarks/api-schema";

const marks = {
  "as-expected": { title: "as expected", Icon: CircleCheck, colour: "text-soft" },
  exception: { title: "exception", Icon: TriangleAlert, colour: "text-warn" },
  unchecked: { title: "not checked", Icon: CircleDashed, colour: "text-faint" },
} as const;

function CheckMark({ check }: Pick<ProblemRow, "check">) {
  const { title, Icon, colour } = marks[check];
  return (
    <span className={`inline-flex items-center gap-1.5 ${colour}`}>
      <Icon size={13} aria-hidden className="shrink-0" />
      {title}
    </span>
  );
}

const all: readonly RowColumn<ProblemRow>[] = [
  {
    id: "task",
    title: "Task",
    width: "minmax(96px,1.6fr)",
    side: "left",
    cell: ({ taskId, title }) => (
      <>
        <code>{taskId}</code>
        {title === null || title === taskId ? null : <span className="text-soft"> {title}</span>}
      </>
    ),
  },
  { id: "kind", title: "Kind", width: "minmax(70px,1fr)", side: "left", cell: ({ kind }) => kind },
  { id: "difficulty", title: "Difficulty", width: "74px", side: "left", cell: ({ difficulty }) => difficulty ?? "—" },
  {
    id: "visible",
    title: "Visible",
    width: "62px",
    side: "right",
    cell: ({ visibleTests }) => visibleTests.toLocaleString("en"),
  },
  { id: "hidden", title: "Hidden", width: "64px", side: "right", cell: ({ hiddenTests }) => hiddenTests.toLocaleString("en") },
  { id: "check", title: "Check", width: "124px", side: "left", cell: ({ check }) => <CheckMark check={check} /> },
];

/** The columns that tell one problem of the benchmark from another. */
export function problemColumns({ kinds, difficulties }: Benchmark): readonly RowColumn<ProblemRow>[] {
  const isAlike: Readonly<Record<string, boolean>> = {
    kind: kinds.length < 2,
    difficulty: difficulties.every(({ difficulty }) => difficulty === null),
  };
  return all.filter(({ id }) => isAlike[id] !== true);
}
