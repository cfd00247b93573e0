import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { Builder } from "@/components/experiments/builder/builder";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { describeAdapter } from "@/lib/adapters/describe-adapter";
import { listAdapters } from "@/lib/adapters/registry";
import { listBenchmarks } from "@/lib/benchmarks/data";
import { loadFirstDraft } from "@/lib/experiments/load-first-draft";
import { listModels } from "@/lib/models/data";

export const metadata: Metadata = { title: "New experiment" };

type Props = PageProps<"/experiments/new">;

export default function Page(props: Props) {
  return (
    <Suspense fallback={<ResultsSkeleton />}>
      <Loaded {...props} />
    </Suspense>
  );
}

async function Loaded({ searchParams }: Props) {
  await connection();
  const query = Object.entries(await searchParams).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  const [first, benchmarks, models] = await Promise.all([
    loadFirstDraft(Object.fromEntries(query)),
    listBenchmarks(),
    listModels(),
  ]);
  return <Builder first={first} installed={{ benchmarks, models, adapters: listAdapters().map(describeAdapter) }} />;
}
