"use client";
import { useQuery } from "@tanstack/react-query";
import { ChartFigure } from "@/components/charts/chart-figure";
import type { Column, Row } from "@/lib/formats/export/table";
import { matrixQuery } from "@/lib/results/detail-queries";
import type { ArmReport, SectionReport } from "@/lib/results/schema";
import { HeatMap } from "./heat-map";
import { usePinned } from "./pinned";

/** Which problems each arm solves. */
export function Problems({ section, arms }: { section: SectionReport; arms: readonly ArmReport[] }) {
  const shown = arms.filter(({ known }) => known > 0);
  const pinned = usePinned();
  const asked = { metric: section.metric, arms: shown.map(({ id }) => id) };
  const answer = useQuery({ ...matrixQuery(asked), enabled: pinned === null });
  const error = answer.error;
  const data = pinned === null ? answer.data : pinned.matrices[section.id];
  if (error !== null) return <p className="text-bad">{error.message}</p>;
  if (data === undefined) return <div aria-busy="true" className="h-96 rounded-lg bg-sunken" />;
  const rows = data.arms.flatMap(({ armId, values }) => {
    const arm = shown.find(({ id }) => id === armId);
    return arm === undefined ? [] : [{ arm, values }];
  });
  const columns: Column[] = [
    { name: "problem", title: "Problem", type: "text" },
    ...rows.map(
      ({ arm }, index): Column => ({
        name: `arm_${index + 1}`,
        title: `${arm.modelTitle} · ${arm.conditionTitle}`,
        type: "number",
        decimals: 2,
        description: section.words,
      }),
    ),
  ];
  const table = data.tasks.map((task, index): Row => [task, ...rows.map(({ values }) => values[index] ?? null)]);
  return (
    <ChartFigure
      title="Problems by arm"
      note={`${data.tasks.length.toLocaleString("en")} problems, those solved most first. Each cell: ${section.label}; the stronger the colour, the more often solved; hatched is unknown (an infrastructure error, or never scored).`}
      columns={columns}
      rows={table}
    >
      <HeatMap tasks={data.tasks} rows={rows} />
    </ChartFigure>
  );
}
