import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ResultsPage } from "@/components/results/results-page";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { findExperiment } from "@/lib/experiments/data";
import { loadReport } from "@/lib/results/load-report";
import { parseSetting } from "@/lib/results/setting-schema";

type Props = PageProps<"/experiments/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const experiment = await findExperiment((await params).id);
  return { title: experiment?.name ?? "Results" };
}

export default function ExperimentPage(props: Props) {
  return (
    <Suspense fallback={<ResultsSkeleton />}>
      <Results {...props} />
    </Suspense>
  );
}

async function Results({ params, searchParams }: Props) {
  const report = await loadReport((await params).id, parseSetting(await searchParams));
  if (report === null) notFound();
  return <ResultsPage report={report} />;
}
