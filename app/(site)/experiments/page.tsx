import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { ExperimentsPage } from "@/components/experiments/list/experiments-page";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { listExperimentRows } from "@/lib/experiments/data-list";

export const metadata: Metadata = { title: "Experiments" };

export default function Page() {
  return (
    <Suspense fallback={<ResultsSkeleton />}>
      <Loaded />
    </Suspense>
  );
}

async function Loaded() {
  await connection();
  return <ExperimentsPage first={await listExperimentRows()} />;
}
