import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { SharedResults } from "@/components/results/shared-results";
import { findSection } from "@/lib/results/find-section";
import { loadShare } from "@/lib/shares/load-share";

export async function generateMetadata({ params }: PageProps<"/s/[token]">): Promise<Metadata> {
  const shared = await loadShare((await params).token);
  const always: Metadata = { robots: { index: false }, referrer: "no-referrer" };
  if (shared === null) return { ...always, title: "Shared results" };
  const { experiment, sections } = shared.report;
  const section = findSection(shared.report, new URLSearchParams(shared.query).get("section")) ?? sections[0];
  const description = section?.answer?.headline ?? experiment.description;
  return { ...always, title: experiment.name, description, openGraph: { title: experiment.name, description, type: "article" } };
}

export default function SharePage({ params }: PageProps<"/s/[token]">) {
  return (
    <Suspense fallback={<ResultsSkeleton />}>
      <Shared params={params} />
    </Suspense>
  );
}

async function Shared({ params }: Pick<PageProps<"/s/[token]">, "params">) {
  const shared = await loadShare((await params).token);
  if (shared === null) notFound();
  return <SharedResults {...shared} />;
}
