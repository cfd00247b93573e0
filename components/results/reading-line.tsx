"use client";
import { Hint } from "@/components/ui/hint";
import { Select } from "@/components/ui/select";
import { useAddress } from "@/components/ui/use-address";
import { baselineChoices } from "@/lib/results/baseline-choices";
import type { ContrastReport, Report, SectionReport } from "@/lib/results/schema";
import { ContrastBuilder } from "./contrast-builder";
import { usePinned } from "./pinned";

type Props = { report: Report; section: SectionReport; contrasts: readonly ContrastReport[] };

/** How the numbers below were made, and the choices that change them; a shared page only says how. */
export function ReadingLine({ report, section, contrasts }: Props) {
  const pinned = usePinned();
  const known = contrasts.filter(({ difference }) => difference !== null);
  const family = known[0]?.adjusted;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1.5">
      {pinned === null ? <Choices report={report} section={section} /> : null}
      {family === undefined ? null : (
        <Chip
          text={`${pinned === null ? "" : `${family.method} `}over ${family.contrasts} ${family.contrasts === 1 ? "contrast" : "contrasts"}`}
        />
      )}
      {known.length === 0 ? null : <Chip text={pairingText(known)} />}
      <Hint text={section.words} className="rounded-full border border-line bg-surface px-2.5 py-0.5 text-left text-soft">
        estimand: {section.label}
      </Hint>
    </div>
  );
}

const OWN = "own-control";
const ruleTitles = {
  none: "each problem by itself",
  "before-slash": "by what stands before the slash",
  "before-last-part": "by all but the last part of the id",
} as const;

function Choices({ report, section }: Omit<Props, "contrasts">) {
  const [baseline, setBaseline] = useAddress("baseline");
  const [metric, setMetric] = useAddress("metric");
  const [correction, setCorrection] = useAddress("correction");
  const [, setClusters] = useAddress("clusters");
  const conditions = baselineChoices(report, section);
  const { clusters, clusterings } = report.statistics;
  return (
    <>
      {conditions.length === 0 ? null : (
        <Choice text="baseline">
          <Select
            look="quiet"
            label="Baseline"
            value={baseline ?? OWN}
            choices={[
              {
                value: OWN,
                label: "each arm's control",
                detail: "The arm with the same information but what the condition adds",
              },
              ...conditions.map(([value, label]) => ({ value, label })),
            ]}
            onChange={(value) => setBaseline(value === OWN ? null : value)}
          />
        </Choice>
      )}
      {section.metrics.length < 2 ? null : (
        <Choice text="quantity">
          <Select
            look="quiet"
            label="Quantity"
            value={section.metrics.some((each) => each.metric === metric) ? (metric ?? section.metric) : section.metric}
            choices={section.metrics.map((each) => ({ value: each.metric, label: each.label, detail: each.words }))}
            onChange={(value) => setMetric(value)}
            className="max-w-100"
          />
        </Choice>
      )}
      <Choice text="corrected by">
        <Select
          look="quiet"
          label="Correction for many contrasts"
          value={correction ?? report.statistics.correction}
          choices={[
            { value: "holm", label: "Holm", detail: "For the question whether any difference is real" },
            {
              value: "benjamini-hochberg",
              label: "Benjamini–Hochberg",
              detail: "For exploring: bounds the share of false finds",
            },
          ]}
          onChange={(value) => setCorrection(value === "holm" ? null : value)}
        />
      </Choice>
      {clusterings.length === 0 ? null : (
        <Choice text="problems drawn">
          <Select
            look="quiet"
            label="Clusters"
            value={clusters}
            choices={[
              { value: "none", label: ruleTitles.none },
              ...clusterings.map(({ rule, groups }) => ({ value: rule, label: ruleTitles[rule], detail: `${groups} groups` })),
            ]}
            onChange={(value) => setClusters(value === "none" ? null : value)}
          />
        </Choice>
      )}
      <ContrastBuilder report={report} />
    </>
  );
}

function pairingText(contrasts: readonly ContrastReport[]): string {
  const sizes = contrasts.map(({ problems }) => problems);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const dropped = Math.max(...contrasts.map((contrast) => contrast.dropped));
  const range = least === most ? `${least}` : `${least} to ${most}`;
  const groups = Math.max(...contrasts.map(({ clusters }) => clusters ?? 0));
  const grouped = groups === 0 ? "" : ` in ${groups} groups`;
  return `paired on ${range} common problems${grouped}${dropped === 0 ? "" : `, up to ${dropped} dropped`}`;
}

function Choice({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center rounded-full border border-line bg-surface pl-2.5 text-soft">
      {text}
      {children}
    </span>
  );
}

function Chip({ text }: { text: string }) {
  return <span className="rounded-full border border-line bg-surface px-2.5 py-0.5 text-soft">{text}</span>;
}
