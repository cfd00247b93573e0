import type { Metadata } from "next";
import { Suspense } from "react";
import { TraceStart } from "@/components/workbench/start/trace-start";
import { WorkbenchSkeleton } from "@/components/workbench/start/workbench-skeleton";

export const metadata: Metadata = {
  title: "Trace",
  description: "Record a Python program and read its execution in every trace format.",
};

export default function TracePage() {
  return (
    <Suspense fallback={<WorkbenchSkeleton />}>
      <TraceStart />
    </Suspense>
  );
}
