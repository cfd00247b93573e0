import type { Metadata } from "next";
import { Suspense } from "react";
import { DebugPage } from "@/components/debug/debug-page";
import { DebugSkeleton } from "@/components/debug/debug-skeleton";
import { loadDebugStart } from "@/lib/debug/load-start";

type Props = PageProps<"/debug">;

export const metadata: Metadata = {
  title: "Debug",
  description: "Run a program on its tests, send what failed to a model, and watch each round of repair.",
};

export default function Page(props: Props) {
  return (
    <Suspense fallback={<DebugSkeleton />}>
      <Start {...props} />
    </Suspense>
  );
}

async function Start({ searchParams }: Props) {
  const { problem } = await searchParams;
  return <DebugPage start={await loadDebugStart(typeof problem === "string" ? problem : null)} />;
}
