"use client";
import { lazy, type ReactNode, Suspense } from "react";
import { useAddress } from "@/components/ui/use-address";
import type { Report, SectionReport } from "@/lib/results/schema";
import { AnswerBox } from "./answer-box";
import { ContrastSentences } from "./contrast-sentences";
import { ForestTable } from "./forest-table";
import { usePinned } from "./pinned";
import { ReadingLine } from "./reading-line";
import { TabLinks } from "./tab-links";

const PassRates = lazy(() => import("./pass-rates").then(({ PassRates: part }) => ({ default: part })));
const Rounds = lazy(() => import("./rounds").then(({ Rounds: part }) => ({ default: part })));
const Tokens = lazy(() => import("./tokens").then(({ Tokens: part }) => ({ default: part })));
const Problems = lazy(() => import("./problems").then(({ Problems: part }) => ({ default: part })));
const Certainty = lazy(() => import("./certainty").then(({ Certainty: part }) => ({ default: part })));
const Samples = lazy(() => import("./samples").then(({ Samples: part }) => ({ default: part })));
const References = lazy(() => import("./references").then(({ References: part }) => ({ default: part })));

const tabs = ["differences", "rates", "rounds", "tokens", "problems", "certainty", "samples", "published"] as const;
type TabId = (typeof tabs)[number];

const titles: Record<TabId, string> = {
  differences: "Differences",
  rates: "Pass rates",
  rounds: "Rounds",
  tokens: "Tokens",
  problems: "Problems",
  certainty: "Certainty",
  samples: "Samples",
  published: "Published figures",
};

type Props = { report: Report; section: SectionReport; warnings: ReactNode; others: ReactNode };

/** One section of a report: its answer, its warnings, and the numbers behind them in tabs. */
export function SectionView({ report, section, warnings, others }: Props) {
  const [address, setTab] = useAddress("tab");
  const tab = tabs.find((id) => id === address) ?? "differences";
  const pinned = usePinned();
  const arms = section.armIds.flatMap((id) => report.arms.filter((arm) => arm.id === id));
  const contrasts = report.contrasts.filter(({ sectionId }) => sectionId === section.id);
  const isThere: Record<TabId, boolean> = {
    differences: true,
    rates: true,
    rounds: arms.some(({ rounds }) => rounds.length > 1),
    tokens: arms.some(({ promptTokens, answerTokens }) => promptTokens !== null || answerTokens !== null),
    problems: true,
    certainty:
      report.tied.some(({ sectionId }) => sectionId === section.id) ||
      report.noise.some(({ armId }) => section.armIds.includes(armId)),
    // A share is pinned: samples are shown as long as they are those that were shared.
    samples: report.experiment.id !== null && (pinned === null || pinned.hasNewer === false),
    published: report.references.length > 0 || (report.experiment.id !== null && pinned === null),
  };
  const shown = tabs.filter((id) => isThere[id]);
  const current = isThere[tab] ? tab : "differences";
  return (
    <>
      <AnswerBox report={report} section={section} contrasts={contrasts} />
      {others}
      {warnings}
      <TabLinks
        label="Views of the results"
        tabs={shown.map((id) => ({ id, title: titles[id] }))}
        current={current}
        onChange={(id) => setTab(id === "differences" ? null : id)}
      />
      <ReadingLine report={report} section={section} contrasts={contrasts} />
      <div role="tabpanel" aria-label={titles[current]} className="mt-4">
        {current === "differences" ? (
          <>
            <ForestTable report={report} contrasts={contrasts} arms={report.arms} section={section} />
            <ContrastSentences contrasts={contrasts} />
          </>
        ) : null}
        <Suspense fallback={<Loading />}>
          {current === "rates" ? <PassRates arms={arms} section={section} /> : null}
          {current === "rounds" ? <Rounds arms={arms} /> : null}
          {current === "tokens" ? <Tokens arms={arms} contrasts={contrasts} /> : null}
          {current === "problems" ? <Problems section={section} arms={arms} /> : null}
          {current === "certainty" ? <Certainty report={report} section={section} /> : null}
          {current === "samples" ? <Samples report={report} section={section} /> : null}
          {current === "published" ? <References tables={report.references} experimentId={report.experiment.id} /> : null}
        </Suspense>
      </div>
    </>
  );
}

function Loading() {
  return <div aria-busy="true" className="h-96 rounded-lg bg-sunken" />;
}
