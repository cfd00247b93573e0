import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { BenchmarksPage } from "@/components/benchmarks/list/benchmarks-page";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { listBenchmarks } from "@/lib/benchmarks/data";
import { exampleProblems } from "@/lib/benchmarks/example-problems";
import { formats } from "@/lib/formats/registry";

export const metadata: Metadata = { title: "Benchmarks" };

const known = formats
  .filter(({ kind }) => kind === "benchmark")
  .map(({ id, title, description }) => ({ id, title, description }));

export default function Page() {
  return (
    <Suspense fallback={<ResultsSkeleton />}>
      <Loaded />
    </Suspense>
  );
}

async function Loaded() {
  await connection();
  return <BenchmarksPage first={await listBenchmarks()} formats={known} example={exampleProblems} />;
}
