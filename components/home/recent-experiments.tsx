"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { StatusMark } from "@/components/experiments/status-mark";
import { experimentsQuery } from "@/lib/experiments/queries";
import { ListSkeleton } from "./list-skeleton";

const SHOWN = 4;

export function RecentExperiments() {
  const { data, error } = useQuery(experimentsQuery());
  if (error !== null) return <p className="text-bad">{error.message}</p>;
  if (data === undefined) return <ListSkeleton rows={2} />;
  if (data.experiments.length === 0)
    return <p className="text-soft">None yet. A rehearsal with a stand-in for a model takes a minute and needs no key.</p>;
  return (
    <ul className="border-t border-line">
      {data.experiments.slice(0, SHOWN).map((experiment) => (
        <li key={experiment.id} className="border-b border-line">
          <Link href={`/experiments/${experiment.id}`} className="group -mx-2 block rounded-md px-2 py-2 hover:bg-sunken">
            <span className="block truncate font-medium group-hover:text-accent">{experiment.name}</span>
            <span className="flex gap-3 text-soft">
              <StatusMark experiment={experiment} />
              <span className="tabular-nums">{experiment.samples.toLocaleString("en")} samples</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
