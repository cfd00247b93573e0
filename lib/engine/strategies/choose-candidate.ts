import type { Selection } from "@/lib/experiments/strategy";
import { type Candidate as StatsCandidate, selectSample } from "@/lib/stats/select-sample";

export type Candidate = {
  readonly chain: number;
  readonly passed: boolean;
  /** Null where the problem has no visible test. */
  readonly passedVisible: boolean | null;
  /** What it answers on the visible tests, or the prediction itself, as text; null when it answers nothing. */
  readonly answer: string | null;
  /** How many of the generated tests it passes; null where there are none. */
  readonly generatedPassed: number | null;
};

export type Chosen = { readonly chain: number; readonly reason: string };

/**
 * The candidate that a parallel arm's rule chooses. Only the oracle looks at `passed`; the others must do without.
 * @throws RangeError without candidates.
 */
export function chooseCandidate(candidates: readonly Candidate[], rule: Selection): Chosen {
  const ordered = candidates.toSorted((a, b) => a.chain - b.chain);
  const [first] = ordered;
  if (first === undefined) throw new RangeError("There is no candidate to choose from.");
  if (rule === "oracle") {
    const passing = ordered.find(({ passed }) => passed);
    if (passing === undefined) return { chain: first.chain, reason: "no candidate passes the hidden tests" };
    return { chain: passing.chain, reason: "passes the hidden tests (oracle)" };
  }
  if (rule === "generated-tests") return chooseByGeneratedTests(ordered, first);
  if (rule === "first") return { chain: first.chain, reason: "the first candidate" };
  const blind: (StatsCandidate & { chain: number })[] = ordered.map(({ chain, passedVisible, answer }) => ({
    chain,
    passed: null,
    passedVisible,
    answer,
  }));
  const chosen = blind.indexOf(find(blind, selectSample(blind, rule === "majority" ? "majority-vote" : "public-tests")));
  const { chain, passedVisible, answer } = ordered[chosen] ?? first;
  if (rule === "public-tests")
    return {
      chain,
      reason: passedVisible === true ? "the first that passes the visible tests" : "none passes the visible tests: the first",
    };
  const votes = ordered.filter((other) => other.answer !== null && other.answer === answer).length;
  return { chain, reason: votes === 0 ? "no candidate answers: the first" : `${votes} of ${ordered.length} answer the same` };
}

function find<Item>(items: readonly Item[], wanted: unknown): Item {
  const found = items.find((item) => item === wanted);
  if (found === undefined) throw new RangeError("The rule chose what was not offered.");
  return found;
}

function chooseByGeneratedTests(ordered: readonly Candidate[], first: Candidate): Chosen {
  const best = ordered.reduce((kept, next) => ((next.generatedPassed ?? 0) > (kept.generatedPassed ?? 0) ? next : kept), first);
  if (best.generatedPassed === null) return { chain: first.chain, reason: "there are no generated tests: the first" };
  if (best.generatedPassed === 0) return { chain: first.chain, reason: "no generated test is passed: the first" };
  return { chain: best.chain, reason: `passes ${best.generatedPassed} generated tests, more than any before it` };
}
