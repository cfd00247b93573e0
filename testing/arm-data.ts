import type { ArmFactors } from "@/lib/experiments/arm";
import { importedArm } from "@/lib/formats/results/imported-arm";
import type { ImportedArm } from "@/lib/imports/schema";
import { toFactors } from "@/lib/imports/to-factors";
import type { ArmData, GroupVerdict, ProblemCounts, RoundCounts } from "@/lib/results/arm-data";
import { buildReport } from "@/lib/results/build-report";
import type { Report } from "@/lib/results/schema";
import { defaultSetting, type ReportSetting } from "@/lib/results/setting-schema";

type Given = Omit<Partial<ImportedArm>, "key"> & {
  /** Per problem its samples: `+` passed, `-` failed, `!` infrastructure error, `?` never judged; problems are named t0, t1, … */
  readonly problems: readonly string[];
  readonly names?: readonly string[];
  readonly id?: string;
  readonly experimentId?: string;
  readonly controlKey?: string;
  readonly firstRound?: ArmFactors["firstRound"];
  readonly totals?: Partial<ArmData["totals"]>;
  /** Rounds of each problem, in place of those that `problems` tells. */
  readonly counts?: readonly (readonly RoundCounts[])[];
  readonly groups?: readonly (readonly GroupVerdict[])[];
  readonly delivered?: readonly boolean[];
};

const noTotals = { wanted: 0, delivered: 0, truncated: 0, identical: 0, promptTokens: null, answerTokens: null, costUsd: null };

/** An arm from its samples as one can read them. */
export function armData(given: Given): ArmData {
  const {
    problems,
    names,
    id = given.condition ?? "arm",
    experimentId = "e",
    controlKey,
    firstRound,
    totals,
    counts,
    groups,
    delivered,
    ...arm
  } = given;
  const imported = importedArm({
    key: id,
    model: "m",
    benchmark: "b",
    strategy: "single",
    n: 1,
    temperature: 0,
    tests: "base",
    ...arm,
  });
  const factors = { ...toFactors(imported), controlKey: controlKey ?? null, firstRound: firstRound ?? null };
  const tasks = problems.map(
    (samples, index): ProblemCounts => ({
      taskId: names?.[index] ?? `t${index}`,
      rounds: [...(counts?.[index] ?? [countsOf(samples)])],
      groups: [...(groups?.[index] ?? [])],
      delivered: delivered?.[index] ?? false,
    }),
  );
  const byTask = new Map(tasks.map((problem) => [problem.taskId, problem]));
  return { id, experimentId, key: id, factors, planned: tasks.length, problems: byTask, totals: { ...noTotals, ...totals } };
}

/** A round of samples as one can read them. */
export function countsOf(samples: string, round = 0): RoundCounts {
  const count = (flag: string) => [...samples].filter((each) => each === flag).length;
  const passed = count("+");
  const all = samples.length;
  return { round, samples: all, passed, finals: all, finalsPassed: passed, infrastructure: count("!"), unjudged: count("?") };
}

/** The report on arms that are not stored anywhere. */
export function reportOn(arms: readonly ArmData[], setting: Partial<ReportSetting> = {}): Report {
  return buildReport({
    experiment: { id: "e", name: "e", origin: "import", status: "completed", createdAt: null },
    arms,
    files: [],
    samePrompts: null,
    fingerprint: "",
    setting: { ...defaultSetting, ...setting },
  });
}
