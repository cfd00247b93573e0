"use client";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useState } from "react";
import { DeleteBenchmark } from "@/components/benchmarks/delete-benchmark";
import { Button } from "@/components/ui/button";
import type { AboutBenchmark } from "@/lib/benchmarks/about-benchmark";
import type { Benchmark, VerificationState } from "@/lib/benchmarks/api-schema";
import { BenchmarkFacts } from "./benchmark-facts";
import { KindCounts } from "./kind-counts";
import { Problems } from "./problems";
import { VerificationPart } from "./verification-part";

type Props = { benchmark: Benchmark; about: AboutBenchmark; state: VerificationState };

/** One benchmark: what it is, whether it can be trusted, and its problems. */
export function BenchmarkPage({ benchmark, about, state }: Props) {
  const { id, title } = benchmark;
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  return (
    <NuqsAdapter>
      <div className="mx-auto w-full max-w-[1440px] px-6 pt-5 pb-16 max-sm:px-3">
        <p>
          <Link href="/benchmarks" className="text-soft underline-offset-2 hover:text-ink hover:underline">
            Benchmarks
          </Link>
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="min-w-0 grow text-xl font-semibold tracking-tight break-words">{title}</h1>
          <Button onClick={() => setAsking(true)}>Delete…</Button>
          <Link
            href={`/experiments/new?benchmark=${encodeURIComponent(id)}` as Route}
            className="inline-flex h-7 items-center rounded-md border border-accent bg-accent px-2.5 font-semibold text-accent-ink hover:brightness-95"
          >
            Start an experiment with it
          </Link>
        </div>
        <p className="mt-1 max-w-180 text-soft">{about.description}</p>
        <div className="mt-5 grid gap-x-12 gap-y-6 lg:grid-cols-2">
          <BenchmarkFacts benchmark={benchmark} about={about} />
          <KindCounts benchmark={benchmark} />
        </div>
        <VerificationPart id={id} title={title} state={state} />
        <Problems benchmark={benchmark} />
        {isAsking ? (
          <DeleteBenchmark
            id={id}
            title={title}
            onClose={() => setAsking(false)}
            onDeleted={() => router.push("/benchmarks" as Route)}
          />
        ) : null}
      </div>
    </NuqsAdapter>
  );
}
