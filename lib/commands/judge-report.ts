import { DEFAULT_TIME_LIMIT_MS } from "@/lib/judge/expected-values";
import { judgeLimits } from "@/lib/judge/run-judge-job";
import type { JudgeBenchmark } from "./judge-benchmark";
import type { OutputHeader } from "./judge-output";
import type { Judged } from "./judge-samples";
import { JudgeTally } from "./judge-tally";

type Reported = {
  readonly benchmark: JudgeBenchmark;
  readonly header: OutputHeader;
  readonly judged: Judged;
  readonly ks: readonly number[];
};

function summaryOf({ tallies }: Judged, ks: readonly number[]) {
  const [only, ...more] = [...tallies];
  const arms = [...tallies].map(([arm, tally]) => ({ arm, ...tally.summary(ks) }));
  if (only === undefined || more.length === 0) return { ...(only?.[1] ?? new JudgeTally()).summary(ks), arms: undefined };
  const none = Object.fromEntries(ks.map((k) => [String(k), null]));
  const reason = `The samples are of ${arms.length} arms, which are not one rate; see "arms".`;
  const samples = arms.reduce((sum, arm) => sum + arm.samples, 0);
  const names = Object.keys(arms[0]?.verdicts ?? {});
  const total = (name: string) => arms.reduce((sum, arm) => sum + (new Map(Object.entries(arm.verdicts)).get(name) ?? 0), 0);
  return {
    problems: Math.max(...arms.map((arm) => arm.problems)),
    samples,
    verdicts: Object.fromEntries(names.map((name) => [name, total(name)])),
    passAtK: none,
    undefinedPassAtK: Object.fromEntries(ks.map((k) => [String(k), reason])),
    suites: {},
    arms,
  };
}

/** The text that all problems share; a sentence where they differ. */
function preambleOf({ problems }: JudgeBenchmark): string {
  const different = new Set(problems.map(({ preamble }) => preamble));
  const [first = ""] = different;
  return different.size <= 1 ? first : `${different.size} different ones, as the benchmark gives them`;
}

/** What the command prints: totals first, then everything that they depend on, and what could not be judged. */
export function judgeReport({ benchmark, header, judged, ks }: Reported) {
  const { findings, identical, resumed, seconds } = judged;
  const summary = summaryOf(judged, ks);
  const limits = benchmark.problems.map(({ timeLimitMs }) => timeLimitMs ?? DEFAULT_TIME_LIMIT_MS);
  const { memoryBytes, outputBytes } = judgeLimits(1, 1);
  return {
    ...summary,
    seconds: Math.round(seconds * 1_000) / 1_000,
    benchmark: {
      path: benchmark.path,
      format: benchmark.format,
      version: benchmark.version,
      problems: benchmark.problems.length,
      leftOut: benchmark.leftOut,
      rejected: benchmark.reports.flatMap(({ path, rejections }) => rejections.map((rejection) => ({ path, ...rejection }))),
    },
    files: findings.files.map(({ path, status, reason, format, rowsRead, rowsKept, rowsRejected, rejections, notices }) => ({
      path,
      status,
      reason,
      format,
      rowsRead,
      rowsKept,
      rowsRejected,
      rejections,
      notices,
    })),
    resumed,
    identical,
    unknownTasks: findings.unknownTasks,
    withoutText: findings.withoutText,
    withoutPrograms: findings.bare,
    infrastructure: findings.infrastructure,
    agreement: findings.agreement(ks),
    judge: {
      harnessVersion: header.harness,
      tier: header.tier,
      python: header.python,
      tests: header.tests,
      preamble: preambleOf(benchmark),
      stop: header.stop,
      timeLimitMs: { shortest: Math.min(...limits), longest: Math.max(...limits) },
      memoryBytes,
      outputBytes,
    },
  };
}
