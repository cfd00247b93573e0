import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { FlipsPage } from "@/components/results/flips-page";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { findExperiment } from "@/lib/experiments/data";
import { loadComparison } from "@/lib/results/load-comparison";
import { defaultSetting } from "@/lib/results/setting-schema";

export const metadata: Metadata = { title: "Problems of a difference" };

export default function Page(props: PageProps<"/experiments/[id]/flips">) {
  return (
    <Suspense fallback={<ResultsSkeleton />}>
      <Loaded {...props} />
    </Suspense>
  );
}

async function Loaded({ params, searchParams }: PageProps<"/experiments/[id]/flips">) {
  const [{ id }, { arm, baseline }] = await Promise.all([params, searchParams]);
  if (typeof arm !== "string" || Array.isArray(baseline)) notFound();
  const [experiment, report] = await Promise.all([
    findExperiment(id),
    loadComparison({ ...defaultSetting, arms: [...new Set([arm, baseline ?? arm])], against: baseline ?? arm }),
  ]);
  const own = report?.arms.find((each) => each.id === arm);
  const against = report?.arms.find((each) => each.id === baseline) ?? null;
  if (experiment === null || own === undefined || (against === null && baseline !== undefined)) notFound();
  return <FlipsPage experiment={{ id, name: experiment.name }} arm={own} baseline={against} />;
}
