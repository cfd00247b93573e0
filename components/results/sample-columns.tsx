"use client";
import { Columns3 } from "lucide-react";
import { z } from "zod";
import type { RowColumn } from "@/components/table/virtual-rows";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { useStored } from "@/components/ui/use-stored";
import type { SampleRow } from "@/lib/results/samples-schema";
import type { ArmReport } from "@/lib/results/schema";
import { countText, UNKNOWN } from "./number-text";

const KEY = "polytrace:sample-columns";

const titles = {
  problem: "Problem",
  model: "Model",
  condition: "Condition",
  chain: "Sample",
  round: "Round",
  verdict: "Verdict",
  delivered: "Trace",
  tokens: "Tokens",
  latency: "Latency",
  cost: "Cost",
} as const;

export type ColumnId = keyof typeof titles;
const columnIds = Object.keys(titles).filter((id): id is ColumnId => id in titles);
const chosenSchema: z.ZodType<readonly ColumnId[]> = z
  .array(z.enum(["problem", "model", "condition", "chain", "round", "verdict", "delivered", "tokens", "latency", "cost"]))
  .min(1);
const usual: readonly ColumnId[] = ["problem", "model", "condition", "chain", "round", "verdict", "delivered", "tokens"];

/** The columns of samples that somebody chose, kept in this browser. */
export function useColumns(arms: ReadonlyMap<string, ArmReport>) {
  const [chosen, setChosen] = useStored(KEY, chosenSchema, usual);
  const all = describeColumns(arms);
  return { columns: all.filter(({ id }) => chosen.some((each) => each === id)), chosen, setChosen };
}

function describeColumns(arms: ReadonlyMap<string, ArmReport>): readonly RowColumn<SampleRow>[] {
  const verdictLook = (verdict: string) =>
    verdict === "passed" ? "" : verdict === "infrastructure" || verdict === "unjudged" ? "text-warn" : "text-soft";
  const flag = (value: boolean | null) => (value === null ? UNKNOWN : value ? "in prompt" : "missing");
  const tokens = ({ promptTokens, answerTokens }: SampleRow) =>
    promptTokens === null && answerTokens === null ? null : (promptTokens ?? 0) + (answerTokens ?? 0);
  return [
    {
      id: "problem",
      title: titles.problem,
      width: "minmax(120px, 1.2fr)",
      side: "left",
      cell: ({ taskId }) => <code>{taskId}</code>,
      sorts: ["problem", "order"],
    },
    {
      id: "model",
      title: titles.model,
      width: "minmax(140px, 1.4fr)",
      side: "left",
      cell: ({ armId }) => arms.get(armId)?.modelTitle,
    },
    {
      id: "condition",
      title: titles.condition,
      width: "minmax(140px, 1.4fr)",
      side: "left",
      cell: ({ armId }) => arms.get(armId)?.conditionTitle,
    },
    { id: "chain", title: titles.chain, width: "72px", side: "right", cell: ({ chain }) => chain + 1 },
    { id: "round", title: titles.round, width: "72px", side: "right", cell: ({ round }) => round + 1 },
    {
      id: "verdict",
      title: titles.verdict,
      width: "130px",
      side: "left",
      cell: ({ verdict }) => <span className={verdictLook(verdict)}>{verdict}</span>,
      sorts: ["verdict", "order"],
    },
    { id: "delivered", title: titles.delivered, width: "90px", side: "left", cell: ({ delivered }) => flag(delivered) },
    {
      id: "tokens",
      title: titles.tokens,
      width: "90px",
      side: "right",
      cell: (row) => countText(tokens(row)),
      sorts: ["-tokens", "tokens", "order"],
    },
    {
      id: "latency",
      title: titles.latency,
      width: "90px",
      side: "right",
      cell: ({ latencyMs }) => (latencyMs === null ? UNKNOWN : `${(latencyMs / 1000).toFixed(1)} s`),
      sorts: ["-latency", "latency", "order"],
    },
    {
      id: "cost",
      title: titles.cost,
      width: "90px",
      side: "right",
      cell: ({ costUsd }) => (costUsd === null ? UNKNOWN : `$${costUsd.toFixed(4)}`),
      sorts: ["-cost", "cost", "order"],
    },
  ];
}

type Props = { chosen: readonly ColumnId[]; onChange: (chosen: readonly ColumnId[]) => void };

export function ColumnChoice({ chosen, onChange }: Props) {
  return (
    <Popover
      label="Columns"
      trigger={
        <Button>
          <Columns3 size={14} aria-hidden />
          Columns
        </Button>
      }
    >
      <ul className="grid gap-1">
        {columnIds.map((id) => (
          <li key={id}>
            <label className="flex gap-2">
              <input
                type="checkbox"
                className="accent-(--accent)"
                checked={chosen.includes(id)}
                onChange={({ target }) =>
                  onChange(columnIds.filter((each) => (each === id ? target.checked : chosen.includes(each))))
                }
              />
              {titles[id]}
            </label>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
