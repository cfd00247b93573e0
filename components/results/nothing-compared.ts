import { baselineChoices } from "@/lib/results/baseline-choices";
import type { ContrastReport, Report, SectionReport } from "@/lib/results/schema";

type Asked = {
  readonly report: Report;
  readonly section: SectionReport;
  readonly contrasts: readonly ContrastReport[];
  /** Whether the reader can choose what is compared, which a shared page does not offer. */
  readonly canChoose: boolean;
};

/** Why a section has no answer, and what on the page would give one. */
export function nothingCompared(asked: Asked): { readonly headline: string; readonly detail: string } {
  const { report, section, contrasts } = asked;
  const headline = "Nothing is compared here.";
  const arms = report.arms.filter(({ id }) => section.armIds.includes(id));
  if (arms.every(({ known }) => known === 0)) {
    const isRunning = report.experiment.status === "running";
    const detail = `No arm has a sample with a known verdict${isRunning ? " yet; results appear as samples are scored" : ""}.`;
    return { headline: isRunning ? "There are no results yet." : "There are no results.", detail };
  }
  const [contrast] = contrasts;
  if (contrast !== undefined) {
    const several = `None of the ${contrasts.length} contrasts can be made; their table says why.`;
    return { headline, detail: contrasts.length === 1 ? contrast.sentence : several };
  }
  const why = arms.length === 1 ? "There is one arm here." : "None of these arms is the control of another.";
  return { headline, detail: `${why}${advice(asked)}` };
}

function advice({ report, section, canChoose }: Asked): string {
  if (!canChoose) return "";
  const ways = [
    baselineChoices(report, section).length === 0 ? [] : ["choose a baseline below"],
    report.arms.filter(({ known }) => known > 0).length < 2 ? [] : ["use “Set arms against each other” below"],
    report.experiment.origin === "comparison" ? [] : ["put arms together under Compare"],
  ].flat();
  const text = ways.join(", or ");
  return text === "" ? "" : ` ${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
