"use client";
import Link from "next/link";
import { HeaderActionsSlot } from "@/components/shell/header-actions";
import { Logo } from "@/components/shell/logo";
import type { LoadedShare } from "@/lib/shares/load-share";
import { PinnedContext } from "./pinned";
import { ReportView } from "./results-page";

/** Results as they were when they were shared: read-only, and saying so. */
export function SharedResults({ report, matrices, createdAt, hasNewer }: LoadedShare) {
  const when = new Date(createdAt).toLocaleString("en", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  return (
    <>
      <header className="flex h-11 items-center gap-4 border-b border-line bg-surface px-4">
        <Link href="/" className="flex items-center gap-2 font-semibold tracking-tight">
          <Logo />
          Polytrace
        </Link>
        <span className="text-soft max-sm:hidden">Shared, read-only</span>
        <span className="grow" />
        <HeaderActionsSlot />
      </header>
      <p className="border-b border-line bg-sunken px-6 py-1.5 text-soft">
        Data, filters and statistics (version {report.statistics.version}) as of {when} UTC.
        {hasNewer === true ? (
          <b className="font-semibold text-warn"> Newer data exist; these numbers have not followed.</b>
        ) : null}
      </p>
      <main id="content">
        <PinnedContext value={{ matrices, hasNewer }}>
          <ReportView report={report} />
        </PinnedContext>
      </main>
    </>
  );
}
