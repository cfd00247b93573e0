import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { EmbedFrame } from "@/components/workbench/start/embed-frame";
import { WorkbenchSkeleton } from "@/components/workbench/start/workbench-skeleton";
import { findSharedLink } from "@/lib/links/find-shared-link";

export const metadata: Metadata = { title: "Embedded trace", robots: { index: false } };

export default function EmbedPage({ params }: PageProps<"/embed/[id]">) {
  return (
    <Suspense fallback={<WorkbenchSkeleton />}>
      <EmbeddedTrace params={params} />
    </Suspense>
  );
}

async function EmbeddedTrace({ params }: Pick<PageProps<"/embed/[id]">, "params">) {
  const link = await findSharedLink((await params).id);
  if (link === null) notFound();
  return <EmbedFrame link={link} />;
}
