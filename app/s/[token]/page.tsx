import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { SharedResults } from "@/components/results/shared-results";
import { loadShare } from "@/lib/shares/load-share";

export const metadata: Metadata = { title: "Shared results", robots: { index: false }, referrer: "no-referrer" };

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
