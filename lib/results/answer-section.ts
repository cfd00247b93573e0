import { promisesTrace } from "@/lib/results/name-arms";
import type { ArmReport, ContrastReport, SectionReport } from "@/lib/results/schema";
import { formatPercent } from "@/lib/stats/format-percent";
import { formatPoints } from "@/lib/stats/format-points";
import { DEFAULT_LEVEL } from "@/lib/stats/interval";
import { significanceOf } from "@/lib/stats/significance-of";

/** Contrasts that are named one by one; and the effect from which a contrast is coarse, as for the warning of too few problems. */
const NAMED = 3;
const COARSE = 0.1;

/**
 * The answer of a section in one sentence, and what it stands on in another; null without a contrast that has numbers. `power` is that of
 * the contrasts' detectable effects. Pure.
 */
export function answerSection(
  contrasts: readonly ContrastReport[],
  arms: ReadonlyMap<string, ArmReport>,
  power: number,
): SectionReport["answer"] {
  const known = contrasts.filter(({ difference }) => difference !== null);
  if (known.length === 0) return null;
  const isAboutTraces = known.every(({ armId }) => promisesTrace(arms.get(armId)?.factors.condition ?? null));
  const decided = known.filter((contrast) => contrast.decided === "better" || contrast.decided === "worse");
  const found = `${headline(known, decided, isAboutTraces)}${otherwise(decided, isAboutTraces)}`;
  const silent = [...new Set(contrasts.map(({ model }) => model))].filter((model) => known.every((each) => each.model !== model));
  const detail = `${counted(known, silent)}; ${judged(known, decided)}. ${unseen(known, decided, power)}${delivered(known)}`;
  const untreated = isUntreated(known) ? "No prompt held a trace: these runs cannot tell whether traces help a model. " : "";
  return { headline: `${untreated}${found}${bounds(known)}`, detail };
}

function headline(known: readonly ContrastReport[], decided: readonly ContrastReport[], isAboutTraces: boolean): string {
  if (decided.length === 0) return `${nothingFound(known, isAboutTraces)}${isUntreated(known) ? "" : tooFew(known)}.`;
  const [first] = decided;
  const isUnanimous = decided.length === known.length && decided.every((each) => each.decided === first?.decided);
  if (isUnanimous && known.length > 2) return unanimous(decided, isAboutTraces);
  const named = decided.toSorted((one, other) => sizeOf(other) - sizeOf(one)).slice(0, NAMED);
  const alike = Map.groupBy(named, ({ arm, baseline, decided: way }) => JSON.stringify([arm, baseline, way]));
  const more = decided.length > named.length ? `, and ${decided.length - named.length} more` : "";
  const rest = known.length - decided.length;
  const others =
    rest === 0 ? "" : ` The other ${rest === 1 ? "contrast is" : `${rest} contrasts are`} not distinguishable from zero.`;
  return `${[...alike.values()].map(finding).join("; ")}${more}.${others}`;
}

/** Without a trace in any prompt more problems would not help either. */
function isUntreated(known: readonly ContrastReport[]): boolean {
  return known.every(({ delivery }) => delivery !== null && delivery.wanted > 0 && delivery.delivered === 0);
}

/** What else the arms that differ differ in: a finding is not to be quoted without it. */
function otherwise(decided: readonly ContrastReport[], isAboutTraces: boolean): string {
  const factors = [...new Set(decided.flatMap(({ differsIn }) => differsIn))];
  if (factors.length === 0) return "";
  return isAboutTraces
    ? ` That cannot be put down to the trace: the arms also differ in ${listed(factors)}.`
    : ` The arms also differ in ${listed(factors)}.`;
}

function bounds(known: readonly ContrastReport[]): string {
  return known.every(({ oracle }) => oracle) ? " All figures are upper bounds (oracle)." : "";
}

function nothingFound(known: readonly ContrastReport[], isAboutTraces: boolean): string {
  const [only] = known;
  if (known.length === 1 && only !== undefined) return `${only.arm} cannot be told apart from ${lower(only.baseline)}`;
  return isAboutTraces
    ? "No trace format can be told apart from its control without a trace"
    : "No condition can be told apart from its control";
}

/** Absence of evidence is said to be no more than that where only a large effect could have been seen. */
function tooFew(known: readonly ContrastReport[]): string {
  const effect = medianDetectable(known);
  if (effect !== null && effect < COARSE) return "";
  const problems = Math.max(...known.map((contrast) => contrast.problems));
  return problems === 1 ? ": a single problem cannot tell" : `: ${problems} problems are too few to tell`;
}

function unanimous(decided: readonly ContrastReport[], isAboutTraces: boolean): string {
  const sizes = decided.map(sizeOf).toSorted((one, other) => one - other);
  const [least, most] = [sizes[0] ?? 0, sizes.at(-1) ?? 0].map((size) => (size * 100).toFixed(1));
  const better = decided[0]?.decided === "better" ? "better" : "worse";
  const by = `by ${least} to ${most} points (${decided.length} contrasts).`;
  const [names, models] = [
    new Set(decided.map(({ arm, baseline }) => `${arm}~${baseline}`)),
    new Set(decided.map(({ model }) => model)),
  ];
  const [first] = decided;
  if (names.size === 1 && models.size === decided.length && first !== undefined) {
    return `${first.arm} does ${better} than ${lower(first.baseline)} for each of ${models.size} models, ${by}`;
  }
  return `Every condition${isAboutTraces ? " with a trace" : ""} does ${better} than its control${isAboutTraces ? " without one" : ""}, ${by}`;
}

function finding(contrasts: readonly ContrastReport[]): string {
  const [first] = contrasts;
  if (first === undefined) return "";
  const models = contrasts.map(({ model, difference }) => `${model} (${formatPoints(difference ?? 0)} points)`);
  return `${first.arm} does ${first.decided === "better" ? "better" : "worse"} than ${lower(first.baseline)} for ${listed(models)}`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

function sizeOf({ difference }: ContrastReport): number {
  return Math.abs(difference ?? 0);
}

function lower(title: string): string {
  return /^[A-Z][a-z]+(?:$|[ ,])/.test(title) ? title[0]?.toLowerCase() + title.slice(1) : title;
}

function counted(known: readonly ContrastReport[], silent: readonly string[]): string {
  const models = new Set(known.map(({ model }) => model)).size;
  const none = silent.length === 0 ? "" : ` (${listed(silent)} ${silent.length === 1 ? "gives" : "give"} none)`;
  return `${known.length} ${plural(known.length, "contrast")} over ${models} ${plural(models, "model")}${none}`;
}

function judged(known: readonly ContrastReport[], decided: readonly ContrastReport[]): string {
  const level = formatPercent(known[0]?.level ?? DEFAULT_LEVEL);
  const after = `after ${known[0]?.adjusted.method ?? "Holm"}`;
  if (decided.length > 0) {
    const rest = known.length - decided.length;
    const others = rest === 0 ? "" : `, ${rest} not`;
    return `${decided.length} distinguishable from zero ${after}${others}`;
  }
  const intervals = known.flatMap(({ interval }) => interval ?? []);
  const holding = intervals.filter(({ low, high }) => low <= 0 && high >= 0).length;
  if (intervals.length === 0) return `no interval can be given, and none is distinguishable from zero ${after}`;
  const without = known.length === intervals.length ? "" : ` (${known.length - intervals.length} without one)`;
  if (holding === intervals.length) return `every ${level} interval holds 0${without}`;
  return `${holding} of the ${intervals.length} intervals (${level})${without} ${holding === 1 ? "holds" : "hold"} 0, and none is distinguishable from zero ${after}`;
}

/** What the contrasts were too small for. Where all of them found something, that it could not have been seen would be a contradiction. */
function unseen(known: readonly ContrastReport[], decided: readonly ContrastReport[], power: number): string {
  const count = sizes(known);
  const problems = count === "1" ? "a single problem" : `${count} problems`;
  const effect = medianDetectable(known);
  const withPower = `with ${formatPercent(power)} power`;
  if (effect === null) return `With ${problems} no effect of any size could have been seen ${withPower}${blind(known)}.`;
  const seen = known.flatMap(({ detectable }) => detectable ?? []);
  const [least, most] = [Math.min(...seen), Math.max(...seen)].map(coarsely);
  const ends = least === most ? "" : `, ${least} to ${most}`;
  const over = known.length === 1 ? "" : ` (median over contrasts${ends})`;
  const small = `With ${problems} an effect under about ${coarsely(effect)} points`;
  if (decided.length === known.length) return `${small} is seen ${withPower.replace("with", "with less than")}${over}.`;
  return `${small} could not have been seen ${withPower}${over}.`;
}

/** In how many contrasts nothing could have been seen, where that is not all of them. */
function blind(known: readonly ContrastReport[]): string {
  const none = known.filter(({ detectable }) => detectable === null).length;
  return none === known.length ? "" : ` in ${none} of the ${known.length} contrasts`;
}

/** What the figures are where a trace did reach the prompt, and where none did: they can turn the sign, and only the first can be its doing. */
function delivered(known: readonly ContrastReport[]): string {
  const parts = known.filter((each) => each.deliveredOnly !== null);
  const held = parts.flatMap((each) => each.deliveredOnly ?? []);
  if (held.length === 0) return "";
  const distinct = held.filter(
    ({ pValue }) => pValue !== null && pValue < significanceOf(parts[0]?.level ?? DEFAULT_LEVEL),
  ).length;
  const found =
    distinct === 0
      ? "none distinguishable from zero"
      : `${distinct} of ${held.length} distinguishable from zero before any correction`;
  const inside = `On the ${sizes(held)} problems whose prompt did hold a trace (post hoc): ${spread(held)} points, ${found}`;
  const without = parts.flatMap((each) => each.undeliveredOnly ?? []);
  if (without.length === 0) return ` ${inside}; on all: ${spread(parts)}.`;
  return ` ${inside}; on the ${sizes(without)} others, where no trace can be the cause: ${spread(without)}.`;
}

function sizes(parts: readonly { readonly problems: number }[]): string {
  return range(parts.map(({ problems }) => problems)).join(" to ");
}

function spread(parts: readonly { readonly difference: number | null }[]): string {
  return range(parts.flatMap(({ difference }) => difference ?? []))
    .map(formatPoints)
    .join(" to ");
}

/** Least and most, or the one that they are. */
function range(values: readonly number[]): number[] {
  return [...new Set([Math.min(...values), Math.max(...values)])];
}

function coarsely(effect: number): string {
  const points = effect * 100;
  return points < 10 ? points.toFixed(1) : points.toFixed(0);
}

/** Median of what could have been seen; a contrast that could have seen nothing counts as endlessly much. */
export function medianDetectable(contrasts: readonly ContrastReport[]): number | null {
  const sizes = contrasts
    .filter(({ difference }) => difference !== null)
    .map(({ detectable }) => detectable ?? Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a - b);
  const below = sizes[Math.ceil(sizes.length / 2) - 1] ?? Number.POSITIVE_INFINITY;
  const above = sizes[Math.floor(sizes.length / 2)] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(above) ? (below + above) / 2 : null;
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}
