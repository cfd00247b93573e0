"use client";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import type { Report, SectionReport } from "@/lib/results/schema";
import { AnswerBox } from "./answer-box";
import { ContrastSentences } from "./contrast-sentences";
import { ForestTable } from "./forest-table";
import { usePinned } from "./pinned";
import { ReadingLine } from "./reading-line";
import { TabLinks } from "./tab-links";

const PassRates = dynamic(() => import("./pass-rates").then((module) => module.PassRates), { loading: Loading });
const Rounds = dynamic(() => import("./rounds").then((module) => module.Rounds), { loading: Loading });
const Tokens = dynamic(() => import("./tokens").then((module) => module.Tokens), { loading: Loading });
const Problems = dynamic(() => import("./problems").then((module) => module.Problems), { loading: Loading });
const Certainty = dynamic(() => import("./certainty").then((module) => module.Certainty), { loading: Loading });
const Samples = dynamic(() => import("./samples").then((module) => module.Samples), { loading: Loading });
const References = dynamic(() => import("./references").then((module) => module.References), { loading: Loading });

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
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs).withDefault("differences"));
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
      <AnswerBox section={section} contrasts={contrasts} />
      {others}
      {warnings}
      <TabLinks
        label="Views of the results"
        tabs={shown.map((id) => ({ id, title: titles[id] }))}
        current={current}
        onChange={(id) => void setTab(shown.find((each) => each === id) ?? null)}
      />
      <ReadingLine report={report} section={section} contrasts={contrasts} />
      <div role="tabpanel" aria-label={titles[current]} className="mt-4">
        {current === "differences" ? (
          <>
            <ForestTable report={report} contrasts={contrasts} arms={report.arms} section={section} />
            <ContrastSentences contrasts={contrasts} />
          </>
        ) : null}
        {current === "rates" ? <PassRates arms={arms} section={section} /> : null}
        {current === "rounds" ? <Rounds arms={arms} /> : null}
        {current === "tokens" ? <Tokens arms={arms} contrasts={contrasts} /> : null}
        {current === "problems" ? <Problems section={section} arms={arms} /> : null}
        {current === "certainty" ? <Certainty report={report} section={section} /> : null}
        {current === "samples" ? <Samples report={report} section={section} /> : null}
        {current === "published" ? <References tables={report.references} experimentId={report.experiment.id} /> : null}
      </div>
    </>
  );
}

function Loading() {
  return <div aria-busy="true" className="h-96 rounded-lg bg-sunken" />;
}
