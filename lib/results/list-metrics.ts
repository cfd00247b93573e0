import type { ArmFactors } from "@/lib/experiments/arm";
import type { ArmData, ProblemCounts } from "@/lib/results/arm-data";
import { rememberBy } from "@/lib/results/remember-by";
import type { DecidingTests, Estimand, EstimandMetric, EstimandRounds } from "@/lib/stats/estimand";
import type { ProblemValues } from "@/lib/stats/pair-values";
import { passAtK } from "@/lib/stats/pass-at-k";

/** A quantity of an arm with its value on every problem. */
export type Metric = {
  readonly id: string;
  readonly estimand: Estimand;
  readonly values: ProblemValues;
  /** The same values with infrastructure errors counted as wrong; null where there are none. */
  readonly countingErrors: ProblemValues | null;
  /** Why it cannot be estimated at all; null when it can. */
  readonly missing: string | null;
};

const CURVE = [1, 2, 3, 4, 5, 8, 10, 16, 20, 25, 32, 50, 64, 100, 128, 200, 256];

/** The quantities that an arm's data allow, the one that answers for it first; the same objects for the same arm. Pure. */
export const listMetrics: (arm: ArmData) => readonly Metric[] = rememberBy(findMetrics);

function findMetrics(arm: ArmData): readonly Metric[] {
  const problems = [...arm.problems.values()];
  if (problems.length === 0) return [];
  const groups = problems.flatMap((problem) => problem.groups);
  if (groups.length === 0) return sampleMetrics(arm, problems);
  const grouped = groupMetrics(arm, problems);
  // Where the source judges groups, only failed groups tell of their samples: rates over samples would be far too low.
  return groups.some(({ by }) => by === "source") ? grouped : [...grouped, ...sampleMetrics(arm, problems)];
}

/** A problem's judged samples at the end of their chains. */
export function finalOutcomes(problem: ProblemCounts): { samples: number; correct: number; errors: number } {
  let samples = 0;
  let correct = 0;
  let errors = 0;
  for (const { finals, finalsPassed, infrastructure, unjudged } of problem.rounds) {
    const failed = Math.min(finals, infrastructure);
    samples += finals - Math.min(finals, infrastructure + unjudged);
    correct += finalsPassed;
    errors += failed;
  }
  return { samples, correct, errors };
}

function sampleMetrics(arm: ArmData, problems: readonly ProblemCounts[]): readonly Metric[] {
  const outcomes = new Map(problems.map((problem) => [problem.taskId, finalOutcomes(problem)]));
  const known = [...outcomes.values()].filter(({ samples }) => samples > 0);
  const fewest = known.reduce((least, { samples }) => Math.min(least, samples), Number.POSITIVE_INFINITY);
  const most = known.reduce((greatest, { samples }) => Math.max(greatest, samples), 0);
  const hasErrors = [...outcomes.values()].some(({ errors }) => errors > 0);
  const samples = known.length === 0 ? arm.factors.n : fewest === most ? fewest : null;
  const base = baseOf(arm, { samples, problems: Math.max(1, known.length) });
  if (isSelected(arm.factors) && most <= 1) return [selectedMetric(arm, { base, outcomes, hasErrors })];
  // A problem of too few samples, errors and all, must not be left out of a figure that says it counts them.
  const isShort = (k: number) => [...outcomes.values()].some(({ samples: n, errors }) => n + errors > 0 && n + errors < k);
  const ks = CURVE.filter((k) => k === 1 || k === 5 || k <= most);
  const metrics = ks.map((k): Metric => {
    const missing =
      fewest < k && known.length > 0
        ? `pass@${k} needs at least ${k} samples of every problem; some have ${fewest === most ? "only " : "as few as "}${fewest}`
        : null;
    const rateOf = ({ samples: n, correct }: { samples: number; correct: number }) =>
      n === 0 ? null : passAtK({ samples: n, correct }, k);
    return {
      id: `pass@${k}`,
      estimand: { ...base, metric: { kind: "pass@k", k }, samples: samples !== null && k > samples ? null : samples },
      values: mapValues(outcomes, rateOf),
      countingErrors:
        hasErrors && !isShort(k)
          ? mapValues(outcomes, ({ samples: n, correct, errors }) => rateOf({ samples: n + errors, correct }))
          : null,
      missing,
    };
  });
  return most > 1 ? [...metrics, bestMetric({ base, outcomes, hasErrors })] : metrics;
}

type Outcomes = ReadonlyMap<string, { samples: number; correct: number; errors: number }>;

type Selecting = { base: Omit<Estimand, "metric">; outcomes: Outcomes; hasErrors: boolean };

function bestMetric({ base, outcomes, hasErrors }: Selecting): Metric {
  const any = (of: number, correct: number) => (of === 0 ? null : Number(correct > 0));
  return {
    id: "best-of-n",
    estimand: { ...base, metric: { kind: "best-of-n" } },
    values: mapValues(outcomes, ({ samples, correct }) => any(samples, correct)),
    countingErrors: hasErrors ? mapValues(outcomes, ({ samples, correct, errors }) => any(samples + errors, correct)) : null,
    missing: null,
  };
}

/** Imports that keep only the chosen program: its verdict is the selected one's. */
function selectedMetric(arm: ArmData, { base, outcomes, hasErrors }: Selecting): Metric {
  const metric: EstimandMetric = arm.factors.oracle ? { kind: "best-of-n" } : selectedBy(arm.factors.selection ?? "other");
  return {
    id: arm.factors.oracle ? "best-of-n" : "selected@1",
    estimand: { ...base, metric, samples: arm.factors.n },
    values: mapValues(outcomes, ({ samples, correct }) => (samples === 0 ? null : correct / samples)),
    countingErrors: hasErrors ? mapValues(outcomes, ({ correct }) => correct) : null,
    missing: null,
  };
}

function groupMetrics(arm: ArmData, problems: readonly ProblemCounts[]): readonly Metric[] {
  const [first] = problems.flatMap(({ groups }) => groups);
  if (first === undefined) return [];
  const rounds = problems.reduce((most, { groups }) => Math.max(most, ...groups.map(({ round }) => round + 1)), 0);
  const metric: EstimandMetric = first.oracle ? { kind: "best-of-n" } : selectedBy(first.rule);
  const base = { ...baseOf(arm, { samples: first.candidates, problems: problems.length }), metric };
  const byProblem = (value: (groups: ProblemCounts["groups"]) => number | null) =>
    new Map(problems.map(({ taskId, groups }) => [taskId, value(groups)]));
  const hasErrors = problems.some(({ groups }) => groups.some(({ passed }) => passed === null));
  const make = (
    id: string,
    counted: EstimandRounds | undefined,
    value: (flags: readonly (boolean | null)[]) => number | null,
  ): Metric => ({
    id,
    estimand: { ...base, rounds: counted },
    values: byProblem((groups) => value(inRounds(groups, rounds))),
    countingErrors: hasErrors ? byProblem((groups) => value(inRounds(groups, rounds).map((flag) => flag === true))) : null,
    missing: null,
  });
  const id = first.oracle ? "best-of-n" : "selected@1";
  if (rounds <= 1) return [make(id, undefined, ([flag]) => (flag === null || flag === undefined ? null : Number(flag)))];
  const stopped = { stoppedBy: "nothing" } as const;
  const mean = make("rounds-mean", { count: rounds, counted: "mean", ...stopped }, meanOf);
  const after = Array.from({ length: rounds }, (_, round) =>
    make(`round-${round + 1}`, { count: round + 1, counted: "last", ...stopped }, (flags) => {
      const flag = flags[round];
      return flag === null || flag === undefined ? null : Number(flag);
    }),
  );
  return [mean, ...after];
}

function inRounds(groups: ProblemCounts["groups"], rounds: number): readonly (boolean | null)[] {
  return Array.from({ length: rounds }, (_, round) => groups.find((group) => group.round === round)?.passed ?? null);
}

function meanOf(flags: readonly (boolean | null)[]): number | null {
  if (flags.length === 0 || flags.includes(null)) return null;
  return flags.filter((flag) => flag === true).length / flags.length;
}

function isSelected({ strategy, selection, n }: ArmFactors): boolean {
  return strategy === "parallel" && selection !== null && (n ?? 1) > 1;
}

function baseOf(arm: ArmData, { samples, problems }: { samples: number | null; problems: number }): Omit<Estimand, "metric"> {
  const { factors } = arm;
  const rounds = factors.rounds ?? 1;
  return {
    samples,
    temperature: factors.temperature,
    tests: testsOf(factors.tests),
    benchmark: factors.benchmark ?? "a benchmark that the source does not name",
    problems,
    aggregation: "problems",
    ...(factors.strategy === "sequential" && rounds > 1
      ? { rounds: { count: rounds, counted: "last" as const, stoppedBy: "visible tests" as const } }
      : {}),
  };
}

const TESTS: Readonly<Record<string, DecidingTests>> = {
  base: "base",
  plus: "plus",
  "base+plus": "base and plus",
  private: "hidden",
  hidden: "hidden",
  execution: "execution",
  "all scored tests": "all scored",
};

function testsOf(tests: string | null): DecidingTests {
  return TESTS[tests ?? ""] ?? "unknown";
}

/** A rule of the product or of a source as the statistics name it. */
function selectedBy(rule: string): EstimandMetric {
  if (rule === "first" || rule === "public-tests" || rule === "majority-vote" || rule === "generated-tests") {
    return { kind: "selected@1", rule };
  }
  if (rule === "majority") return { kind: "selected@1", rule: "majority-vote" };
  return { kind: "selected@1", rule: "other", ruleName: rule.replaceAll("_", " ") };
}

function mapValues<Value>(outcomes: ReadonlyMap<string, Value>, value: (outcome: Value) => number | null): ProblemValues {
  return new Map([...outcomes].map(([taskId, outcome]) => [taskId, value(outcome)]));
}
