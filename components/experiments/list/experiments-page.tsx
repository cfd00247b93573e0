"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ExperimentRow } from "@/lib/experiments/api-schema";
import { experimentsQuery } from "@/lib/experiments/queries";
import { EmptyList } from "./empty-list";
import { ExperimentTable } from "./experiment-table";

/** All experiments, run here or imported. */
export function ExperimentsPage({ first }: { first: readonly ExperimentRow[] }) {
  const { data, error } = useQuery({ ...experimentsQuery(), initialData: { experiments: [...first] }, staleTime: 0 });
  return (
    <NuqsAdapter>
      <div className="mx-auto w-full max-w-[1440px] px-6 pt-5 pb-16 max-sm:px-3">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="grow text-xl font-semibold tracking-tight">Experiments</h1>
          <Link href="/import" className="text-accent underline underline-offset-2">
            Import results
          </Link>
          <Link
            href="/experiments/new"
            className="inline-flex h-7 items-center rounded-md border border-accent bg-accent px-2.5 font-semibold text-accent-ink hover:brightness-95"
          >
            New experiment
          </Link>
        </div>
        {error === null ? null : (
          <p role="alert" className="mt-3 rounded-md bg-bad-soft px-3 py-2 text-bad">
            {error.message}
          </p>
        )}
        {data.experiments.length === 0 ? <EmptyList /> : <ExperimentTable experiments={data.experiments} />}
      </div>
    </NuqsAdapter>
  );
}
