import type { Suite } from "@/lib/benchmarks/schema";
import { type ProgramVerdict, programVerdictSchema } from "@/lib/judge/schema";
import { passAtK } from "@/lib/stats/pass-at-k";

/** One judged answer as it counts. */
export type Counted = {
  readonly problem: string;
  readonly verdict: ProgramVerdict;
  /** Whether the tests of each scored suite passed, where there are several. */
  readonly suites: Readonly<Partial<Record<Suite, boolean>>>;
};

type Counts = { samples: number; passed: number; suites: Map<string, number> };
export type Rates = Readonly<Record<string, number | null>>;

export type ArmSummary = {
  readonly problems: number;
  readonly samples: number;
  readonly verdicts: Readonly<Record<ProgramVerdict, number>>;
  /** Mean over problems with samples, between 0 and 1; null where some problem has fewer than k. */
  readonly passAtK: Rates;
  /** Why a rate is null. */
  readonly undefinedPassAtK: Readonly<Record<string, string>>;
  /** The same for each suite by itself, where several are scored. */
  readonly suites: Readonly<Record<string, { readonly passed: number; readonly passAtK: Rates }>>;
};

/** Counts the verdicts of one arm. Grows with the number of problems, not of samples. */
export class JudgeTally {
  readonly #problems = new Map<string, Counts>();
  readonly #suites = new Set<string>();
  readonly #verdicts = new Map<ProgramVerdict, number>();
  #samples = 0;

  add({ problem, verdict, suites }: Counted): void {
    const counts = this.#problems.get(problem) ?? { samples: 0, passed: 0, suites: new Map<string, number>() };
    this.#problems.set(problem, counts);
    counts.samples += 1;
    this.#samples += 1;
    if (verdict === "passed") counts.passed += 1;
    for (const [suite, passed] of Object.entries(suites)) {
      this.#suites.add(suite);
      if (passed) counts.suites.set(suite, (counts.suites.get(suite) ?? 0) + 1);
    }
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1);
  }

  get samples(): number {
    return this.#samples;
  }

  summary(ks: readonly number[]): ArmSummary {
    const reasons = this.#reasons(ks);
    const rates = (passedOf: (counts: Counts) => number): Rates =>
      Object.fromEntries(ks.map((k) => [String(k), reasons.has(k) ? null : this.#mean(k, passedOf)]));
    const suites = [...this.#suites].map((suite) => {
      const passedOf = (counts: Counts) => counts.suites.get(suite) ?? 0;
      const passed = [...this.#problems.values()].reduce((sum, counts) => sum + passedOf(counts), 0);
      return [suite, { passed, passAtK: rates(passedOf) }] as const;
    });
    return {
      problems: this.#problems.size,
      samples: this.#samples,
      verdicts: verdictCounts(this.#verdicts),
      passAtK: rates(({ passed }) => passed),
      undefinedPassAtK: Object.fromEntries([...reasons].map(([k, reason]) => [String(k), reason])),
      suites: Object.fromEntries(suites),
    };
  }

  #reasons(ks: readonly number[]): Map<number, string> {
    const reasons = new Map<number, string>();
    for (const k of ks) {
      const short = [...this.#problems].filter(([, { samples }]) => samples < k);
      const [first] = short;
      if (this.#problems.size === 0) reasons.set(k, "No sample was judged.");
      else if (first !== undefined) {
        const [name, { samples }] = first;
        const others = short.length === 1 ? "" : ` (and ${short.length - 1} more problems with too few)`;
        reasons.set(k, `pass@${k} needs ${k} samples of every problem; ${name} has ${samples}${others}.`);
      }
    }
    return reasons;
  }

  #mean(k: number, passedOf: (counts: Counts) => number): number {
    let sum = 0;
    for (const counts of this.#problems.values()) sum += passAtK({ samples: counts.samples, correct: passedOf(counts) }, k) ?? 0;
    return sum / this.#problems.size;
  }
}

function verdictCounts(counts: ReadonlyMap<ProgramVerdict, number>): Record<ProgramVerdict, number> {
  const none: Record<ProgramVerdict, number> = {
    passed: 0,
    failed: 0,
    timeout: 0,
    memory: 0,
    crashed: 0,
    no_code: 0,
    tampered: 0,
  };
  for (const verdict of programVerdictSchema.options) none[verdict] = counts.get(verdict) ?? 0;
  return none;
}
