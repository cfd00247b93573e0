import { promisesTrace } from "@/lib/results/name-arms";
import type { ArmReport, ContrastReport, SectionReport } from "@/lib/results/schema";
import { formatPoints } from "@/lib/stats/format-points";

/** The answer of a section in one sentence, and what it stands on in another; null without a contrast that has numbers. Pure. */
export function answerSection(
  contrasts: readonly ContrastReport[],
  arms: ReadonlyMap<string, ArmReport>,
): SectionReport["answer"] {
  const known = contrasts.filter(({ difference }) => difference !== null);
  if (known.length === 0) return null;
  const isAboutTraces = known.every(({ armId }) => promisesTrace(arms.get(armId)?.factors.condition ?? null));
  const decided = known.filter((contrast) => contrast.decided === "better" || contrast.decided === "worse");
  return { headline: headline(known, decided, isAboutTraces), detail: detail(known) };
}

function headline(known: readonly ContrastReport[], decided: readonly ContrastReport[], isAboutTraces: boolean): string {
  if (decided.length === 0) {
    const [only] = known;
    if (known.length === 1 && only !== undefined) return `${only.arm} cannot be told apart from ${lower(only.baseline)}.`;
    return isAboutTraces
      ? "No trace format can be told apart from its control without a trace."
      : "No condition can be told apart from its control.";
  }
  const named = decided.slice(0, 3).map((contrast) => {
    const better = contrast.decided === "better";
    return `${contrast.arm} ${better ? "does better" : "does worse"} than ${lower(contrast.baseline)} for ${contrast.model} (${formatPoints(contrast.difference ?? 0)} points)`;
  });
  const more = decided.length > named.length ? `, and ${decided.length - named.length} more` : "";
  const rest = known.length - decided.length;
  const others =
    rest === 0 ? "" : ` The other ${rest === 1 ? "contrast is" : `${rest} contrasts are`} not distinguishable from zero.`;
  return `${named.join("; ")}${more}.${others}`;
}

function lower(title: string): string {
  return /^[A-Z][a-z]+(?:$|[ ,])/.test(title) ? title[0]?.toLowerCase() + title.slice(1) : title;
}

function detail(known: readonly ContrastReport[]): string {
  const models = new Set(known.map(({ model }) => model)).size;
  const count = `${known.length} ${plural(known.length, "contrast")} over ${models} ${plural(models, "model")}`;
  const level = `${Number(((known[0]?.level ?? 0.95) * 100).toFixed(6))} %`;
  const holding = known.filter(({ interval }) => interval !== null && interval.low <= 0 && interval.high >= 0).length;
  const intervals =
    holding === known.length
      ? `every ${level} interval holds 0`
      : `${holding} of the ${known.length} intervals (${level}) ${holding === 1 ? "holds" : "hold"} 0`;
  return `${count}; ${intervals}. ${unseen(known)}`;
}

function unseen(known: readonly ContrastReport[]): string {
  const sizes = [...new Set(known.map(({ problems }) => problems))].toSorted((a, b) => a - b);
  const problems = sizes.length === 1 ? `${sizes[0]}` : `${sizes[0]} to ${sizes.at(-1)}`;
  const effect = medianDetectable(known);
  if (effect === null) return `With ${problems} problems no effect of any size could have been seen in most of them.`;
  const points = effect * 100;
  return `With ${problems} problems an effect under about ${points < 10 ? points.toFixed(1) : points.toFixed(0)} points could not have been seen with 80 % power (median over contrasts).`;
}

/** Median of what could have been seen; a contrast that could have seen nothing counts as endlessly much. */
export function medianDetectable(contrasts: readonly ContrastReport[]): number | null {
  const sizes = contrasts
    .filter(({ difference }) => difference !== null)
    .map(({ detectable }) => detectable ?? Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)];
  return middle === undefined || !Number.isFinite(middle) ? null : middle;
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}
