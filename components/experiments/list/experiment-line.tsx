"use client";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ChainBar } from "@/components/experiments/chain-bar";
import { StatusMark } from "@/components/experiments/status-mark";
import { LineMenu } from "@/components/ui/line-menu";
import { MenuItem } from "@/components/ui/menu";
import type { ExperimentRow } from "@/lib/experiments/api-schema";
import { DeleteExperiment } from "./delete-experiment";

/** One experiment of the list. */
export function ExperimentLine({ experiment }: { experiment: ExperimentRow }) {
  const { id, name, origin, reason, benchmarks, models, conditions, problems, samples, createdAt } = experiment;
  return (
    <tr className="border-t border-line align-top hover:bg-sunken/60">
      <th scope="row" className="max-w-90 py-1.5 pl-4 font-normal">
        <Link
          href={`/experiments/${id}` as Route}
          className="font-medium break-words underline-offset-2 hover:text-accent hover:underline"
        >
          {name}
        </Link>
        {reason === null ? null : <span className="block text-xs text-warn">{reason}</span>}
      </th>
      <td className="px-2 py-1.5">
        <StatusMark experiment={experiment} />
      </td>
      <td className="w-36 px-2 py-1.5">
        <Progress experiment={experiment} />
      </td>
      <Some items={models} />
      <Some items={benchmarks} />
      <Some items={conditions} />
      <td className="px-2 py-1.5 text-right">{problems.toLocaleString("en")}</td>
      <td className="px-2 py-1.5 text-right">{samples.toLocaleString("en")}</td>
      <td className="px-2 py-1.5 text-right whitespace-nowrap text-soft">{createdAt.slice(0, 16).replace("T", " ")}</td>
      <td className="py-0.5 pr-2 text-right">
        <Actions experiment={experiment} isRun={origin === "run"} />
      </td>
    </tr>
  );
}

function Progress({ experiment: { name, origin, chains, chainsDone, infrastructure } }: { experiment: ExperimentRow }) {
  if (origin === "import" || chains === null) return <span className="text-faint">—</span>;
  return (
    <div className="grid gap-1">
      <span>
        {chainsDone.toLocaleString("en")} <span className="text-soft">of {chains.toLocaleString("en")}</span>
        {infrastructure > 0 ? <span className="text-warn"> · {infrastructure.toLocaleString("en")} errors</span> : null}
      </span>
      <ChainBar label={`Chains of ${name}`} done={chainsDone} errors={infrastructure} total={chains} />
    </div>
  );
}

const SHOWN = 2;

/** The first of them by name; how many more there are. */
function Some({ items }: { items: readonly string[] }) {
  return (
    <td className="max-w-50 px-2 py-1.5" title={items.join(", ")}>
      <span className="line-clamp-2 break-words">
        {items.slice(0, SHOWN).join(", ")}
        {items.length > SHOWN ? <span className="text-soft"> and {items.length - SHOWN} more</span> : null}
        {items.length === 0 ? <span className="text-faint">—</span> : null}
      </span>
    </td>
  );
}

function Actions({ experiment: { id, name, status }, isRun }: { experiment: ExperimentRow; isRun: boolean }) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const isBusy = isRun && status === "running";
  return (
    <>
      <LineMenu name={name}>
        {isRun ? <MenuItem onSelect={() => router.push(`/experiments/new?from=${id}` as Route)}>Duplicate…</MenuItem> : null}
        <MenuItem
          disabled={isBusy}
          detail={isBusy ? "It is running: cancel it first." : undefined}
          onSelect={() => setAsking(true)}
        >
          Delete…
        </MenuItem>
      </LineMenu>
      {isAsking ? <DeleteExperiment id={id} name={name} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
