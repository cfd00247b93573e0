import type { Metadata } from "next";
import { Suspense } from "react";
import { ComparePage } from "@/components/results/compare-page";
import { ResultsSkeleton } from "@/components/results/results-skeleton";

export const metadata: Metadata = { title: "Compare" };

export default function Page() {
  return (
    <Suspense fallback={<ResultsSkeleton />}>
      <ComparePage />
    </Suspense>
  );
}
