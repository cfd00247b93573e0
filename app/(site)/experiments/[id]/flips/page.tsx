import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { FlipsPage } from "@/components/results/flips-page";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { loadReport } from "@/lib/results/load-report";
import { reportSettingSchema } from "@/lib/results/setting-schema";

export const metadata: Metadata = { title: "Problems of a difference" };

export default function Page(props: PageProps<"/experiments/[id]/flips">) {
  return (
    <Suspense fallback={<ResultsSkeleton />}>
      <Loaded {...props} />
    </Suspense>
  );
}

async function Loaded({ params, searchParams }: PageProps<"/experiments/[id]/flips">) {
  const { arm, baseline } = await searchParams;
  const report = await loadReport((await params).id, reportSettingSchema.parse({}));
  const sides = [arm, baseline].map((id) => report?.arms.find((each) => each.id === id));
  const [own, against] = sides;
  if (report === null || own === undefined || against === undefined) notFound();
  return <FlipsPage experiment={{ id: report.experiment.id ?? "", name: report.experiment.name }} arm={own} baseline={against} />;
}
