import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";
import { ResultsPage } from "@/components/results/results-page";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { settingQuery } from "@/components/results/setting-query";
import { findExperiment } from "@/lib/experiments/data";
import { findProgress } from "@/lib/experiments/data-progress";
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
  // How far a run is depends on the time, which belongs to the request.
  await connection();
  const { id } = await params;
  const search = await searchParams;
  const report = await loadReport(id, parseSetting(search));
  if (report === null) notFound();
  const progress = report.experiment.origin === "run" ? await findProgress(id) : null;
  const query = settingQuery({ get: (name) => [search[name] ?? []].flat()[0] ?? null });
  return <ResultsPage report={report} query={query} progress={progress} />;
}
