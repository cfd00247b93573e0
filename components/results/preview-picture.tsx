import type { ContrastReport, Report, SectionReport } from "@/lib/results/schema";
import { formatPoints } from "@/lib/stats/format-points";
import { forestScale } from "./forest-scale";

export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;

const ROWS = 7;
const TRACK = 460;
const ink = "#1d1c1a";
const soft = "#5b5852";

/** The answer and its forest plot as a picture for link previews, laid out without a browser. */
export function PreviewPicture({ report, section }: { report: Report; section: SectionReport | undefined }) {
  const contrasts = report.contrasts.filter(({ sectionId, difference }) => sectionId === section?.id && difference !== null);
  const shown = contrasts.slice(0, ROWS);
  return (
    <div
      style={{ ...column, width: "100%", height: "100%", padding: "44px 56px", background: "#faf9f6", color: ink, fontSize: 22 }}
    >
      <div style={{ display: "flex", justifyContent: "space-between", color: soft }}>
        <span>{drawable(shorten(report.experiment.name, 60))}</span>
        <span>Polytrace</span>
      </div>
      <div style={{ display: "flex", marginTop: 18, fontSize: 36, lineHeight: 1.25, maxHeight: 138, overflow: "hidden" }}>
        {drawable(shorten(section?.answer?.headline ?? "Results without a contrast.", 150))}
      </div>
      <div style={{ display: "flex", marginTop: 8, color: soft }}>{drawable(shorten(section?.title ?? "", 95))}</div>
      <div style={{ ...column, marginTop: 22 }}>
        {shown.map((contrast) => (
          <Row key={contrast.id} contrast={contrast} all={shown} />
        ))}
      </div>
      <div style={{ display: "flex", flexGrow: 1 }} />
      <div style={{ display: "flex", color: soft, fontSize: 19 }}>
        {drawable(
          shorten(
            `${contrasts.length > ROWS ? `${ROWS} of ${contrasts.length} contrasts. ` : ""}Points and intervals, paired by problem. ${section?.label ?? ""}`,
            120,
          ),
        )}
      </div>
    </div>
  );
}

const column = { display: "flex", flexDirection: "column" } as const;

function Row({ contrast, all }: { contrast: ContrastReport; all: readonly ContrastReport[] }) {
  const { limit } = forestScale(all);
  const at = (value: number) => (TRACK / 2) * (1 + Math.max(-1, Math.min(1, value / limit)));
  const { difference, interval, arm, model, problems } = contrast;
  if (difference === null) return null;
  const low = at(interval?.low ?? difference);
  const high = at(interval?.high ?? difference);
  return (
    <div style={{ display: "flex", alignItems: "center", height: 40, borderTop: "1px solid #e3e0d8" }}>
      <span style={{ width: 350, overflow: "hidden" }}>{drawable(shorten(`${arm}, ${model}`, 31))}</span>
      <div style={{ display: "flex", position: "relative", width: TRACK, height: 40 }}>
        <div style={{ position: "absolute", left: TRACK / 2, top: 0, width: 1, height: 40, background: "#b9b4a8" }} />
        <div
          style={{ position: "absolute", left: low, top: 18, width: Math.max(2, high - low), height: 4, background: "#0f6b75" }}
        />
        <div
          style={{
            position: "absolute",
            left: at(difference) - 7,
            top: 13,
            width: 14,
            height: 14,
            borderRadius: 7,
            background: "#0f6b75",
          }}
        />
      </div>
      <span style={{ width: 90, justifyContent: "flex-end" }}>{formatPoints(difference)}</span>
      <span style={{ width: 188, justifyContent: "flex-end", color: soft, fontSize: 18 }}>
        {interval === null ? "" : `${formatPoints(interval.low)} to ${formatPoints(interval.high)}, N ${problems}`}
      </span>
    </div>
  );
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** The font that comes with the renderer has Latin letters; for others it would ask a server elsewhere, and names are nobody's business. */
function drawable(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2026\u2212\u00b7\u00d7]/gu, "?");
}
