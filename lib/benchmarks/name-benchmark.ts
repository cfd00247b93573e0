import { benchmarkOf } from "@/lib/formats/results/benchmark-of";
import { aboutBenchmark } from "./about-benchmark";
import type { FoundBenchmark } from "./benchmark-scan";

/** Endings that say how a file is packed and nothing about what is in it. */
const PACKING = /\.(?:jsonl?|gz|zst|zstd|zip)$/i;

/** A name to be used in specifications, and a title, from what a file holds and, where that does not tell variants apart, its name. */
export function nameBenchmark(found: FoundBenchmark): { slug: string; title: string } {
  const { format } = found.first;
  const stem = stemOf(found.path);
  if (format === "problems") return { slug: toSlug(stem), title: stem };
  const { slug, title } = knownName(found);
  const variant = /(?:^|[-_.])(mini|noextreme|hard|lite)(?:[-_.]|$)/i.exec(stem)?.[1];
  return variant === undefined ? { slug, title } : { slug: `${slug}-${variant.toLowerCase()}`, title: `${title} (${variant})` };
}

function knownName({ first, path, problems, hasChallenges }: FoundBenchmark): { slug: string; title: string } {
  const { format, taskId } = first;
  const title = aboutBenchmark(format).title;
  if (format === "mbpp") {
    // The sanitized set has 427 tasks and none of the challenge tests.
    const isSanitized = !hasChallenges && (problems === 427 || /sanitized/i.test(path));
    return isSanitized ? { slug: "mbpp-sanitized", title: "MBPP sanitized" } : { slug: "mbpp", title };
  }
  if (format === "evalplus" || format === "evalplus-origin") {
    // In OriginFmt tasks of MBPP are plain numbers.
    const base = benchmarkOf(taskId) ?? (/^\d+$/.test(taskId) ? "mbpp" : null);
    const plus = base === "humaneval" ? "HumanEval+" : base === "mbpp" ? "MBPP+" : "EvalPlus";
    const origin = format === "evalplus-origin";
    return { slug: `${base ?? "evalplus"}-plus${origin ? "-origin" : ""}`, title: origin ? `${plus} (OriginFmt)` : plus };
  }
  if (format === "quixbugs-folder") return { slug: "quixbugs-original", title: "QuixBugs (original layout)" };
  return { slug: toSlug(format), title };
}

function stemOf(path: string): string {
  let stem = path.split("/").at(-1) ?? path;
  for (let before = ""; before !== stem; ) {
    before = stem;
    stem = stem.replace(PACKING, "");
  }
  return stem === "" ? path : stem;
}

function toSlug(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .slice(0, 80)
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
  return slug === "" ? "problems" : slug;
}
