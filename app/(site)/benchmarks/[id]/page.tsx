import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { BenchmarkPage } from "@/components/benchmarks/detail/benchmark-page";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { aboutBenchmark } from "@/lib/benchmarks/about-benchmark";
import { findBenchmarkById } from "@/lib/benchmarks/data";
import { findVerificationState } from "@/lib/benchmarks/data-verifications";

type Props = PageProps<"/benchmarks/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const benchmark = await findBenchmarkById(decodeURIComponent((await params).id));
  return { title: benchmark?.title ?? "Benchmark" };
}

export default function Page(props: Props) {
  return (
    <Suspense fallback={<ResultsSkeleton />}>
      <Loaded {...props} />
    </Suspense>
  );
}

async function Loaded({ params }: Props) {
  const benchmark = await findBenchmarkById(decodeURIComponent((await params).id));
  if (benchmark === null) notFound();
  const state = await findVerificationState(benchmark.id);
  return <BenchmarkPage benchmark={benchmark} about={aboutBenchmark(benchmark.format)} state={state} />;
}
