"use client";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { lazy, type ReactNode, Suspense } from "react";
import { HeaderActions } from "@/components/shell/header-actions";
import { useAddress } from "@/components/ui/use-address";
import type { Progress } from "@/lib/experiments/api-schema";
import { findSection } from "@/lib/results/find-section";
import { reportQuery } from "@/lib/results/queries";
import type { Report } from "@/lib/results/schema";
import { ExportMenu } from "./export-menu";
import { OtherParts } from "./other-parts";
import { usePinned } from "./pinned";
import { SectionPicker } from "./section-picker";
import { SectionView } from "./section-view";
import { settingQuery } from "./setting-query";
import { ShareButton } from "./share-button";
import { WarningList } from "./warning-list";

// With code of its own: imported experiments, which have no run, do not load it.
const RunProgress = lazy(() =>
  import("@/components/experiments/progress/run-progress").then((module) => ({ default: module.RunProgress })),
);

type Props = {
  report: Report;
  /** The settings that `report` was made with, as `settingQuery` writes them. */
  query: string;
  progress: Progress | null;
};

/** Results of one experiment: what the data say, how far that can be trusted, and everything that it stands on. */
export function ResultsPage({ report: first, query: firstQuery, progress }: Props) {
  const query = settingQuery(useSearchParams());
  const id = first.experiment.id;
  const {
    data = first,
    isPlaceholderData,
    error,
  } = useQuery({
    ...reportQuery(id ?? "", query),
    enabled: id !== null,
    // What the page came with answers for its own settings alone: under others it would be wrong numbers beside right words.
    ...(query === firstQuery ? { initialData: first } : {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const run =
    progress === null ? null : (
      <Suspense fallback={<div aria-busy="true" className="mt-3 h-40 rounded-lg bg-sunken" />}>
        <RunProgress first={progress} />
      </Suspense>
    );
  return (
    <>
      {error === null ? null : (
        <p role="alert" className="mx-auto w-full max-w-[1280px] px-6 pt-4 text-bad max-sm:px-3">
          {error.message} The numbers below are those of the settings before.
        </p>
      )}
      <ReportView report={data} isLoading={isPlaceholderData} progress={run} />
    </>
  );
}

type ViewProps = { report: Report; isLoading?: boolean; progress?: ReactNode };

/** A report as it is shown on the page, in a comparison, and under a shared link. */
export function ReportView({ report, isLoading, progress }: ViewProps) {
  const [sectionId, setSection] = useAddress("section");
  const pinned = usePinned();
  const section = findSection(report, sectionId);
  const warnings = report.warnings.filter((warning) => warning.sectionId === null || warning.sectionId === section?.id);
  return (
    <div className="mx-auto w-full max-w-[1280px] px-6 pt-5 pb-16 max-sm:px-3" aria-busy={isLoading === true}>
      <HeaderActions>
        <ExportMenu report={report} section={section ?? null} />
        {pinned === null ? <ShareButton report={report} /> : null}
      </HeaderActions>
      <h1 className="text-xl font-semibold tracking-tight">{report.experiment.name}</h1>
      <p className="text-soft first-letter:uppercase">{report.experiment.description}</p>
      {progress}
      {section === undefined ? (
        <p className="mt-6 text-soft">There are no arms yet. Results appear here as soon as the first samples are scored.</p>
      ) : (
        <>
          <SectionPicker sections={report.sections} current={section} onChange={setSection} />
          <SectionView
            report={report}
            section={section}
            warnings={<WarningList warnings={warnings} />}
            others={
              <OtherParts sections={report.sections} contrasts={report.contrasts} current={section} onChange={setSection} />
            }
          />
        </>
      )}
    </div>
  );
}
