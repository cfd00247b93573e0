import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { LinkStart } from "@/components/workbench/start/link-start";
import { WorkbenchSkeleton } from "@/components/workbench/start/workbench-skeleton";
import { findSharedLink } from "@/lib/links/find-shared-link";

export const metadata: Metadata = { title: "Shared trace", robots: { index: false } };

export default function LinkPage({ params }: PageProps<"/t/[id]">) {
  return (
    <Suspense fallback={<WorkbenchSkeleton />}>
      <SharedTrace params={params} />
    </Suspense>
  );
}

async function SharedTrace({ params }: Pick<PageProps<"/t/[id]">, "params">) {
  const link = await findSharedLink((await params).id);
  if (link === null) notFound();
  return <LinkStart link={link} />;
}
