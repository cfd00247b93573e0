import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { Builder } from "@/components/experiments/builder/builder";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { describeAdapter } from "@/lib/adapters/describe-adapter";
import { listAdapters } from "@/lib/adapters/registry";
import { listBenchmarks } from "@/lib/benchmarks/data";
import { prefillDraft } from "@/lib/experiments/prefill-draft";
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
  const [prefilled, benchmarks, models] = await Promise.all([
    prefillDraft(Object.fromEntries(query)),
    listBenchmarks(),
    listModels(),
  ]);
  const adapters = listAdapters().map(describeAdapter);
  return <Builder prefilled={prefilled} installed={{ benchmarks, models, adapters }} />;
}
