import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { ModelsPage } from "@/components/models/models-page";
import { ResultsSkeleton } from "@/components/results/results-skeleton";
import { loadModelList } from "@/lib/models/load-model-list";

export const metadata: Metadata = { title: "Models" };

export default function Page() {
  return (
    <Suspense fallback={<ResultsSkeleton />}>
      <Loaded />
    </Suspense>
  );
}

async function Loaded() {
  await connection();
  return <ModelsPage first={await loadModelList()} />;
}
