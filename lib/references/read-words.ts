import { listAdapters } from "@/lib/adapters/registry";
import type { ArmFactors } from "@/lib/experiments/arm";

/** What the words of a published table's row and column say of the arm that a figure is of. */
export type Said = {
  readonly metric: string | null;
  readonly factors: readonly ((factors: ArmFactors) => boolean)[];
  /** Whether they name a condition. */
  readonly saysCondition: boolean;
  /** Words that name nothing known: they may be a benchmark's name. */
  readonly rest: readonly string[];
};

const CONTROL = /^(?:w\/?o|without|none|no[- ]?trace|feedback|baseline)$/;
const STRATEGIES: Readonly<Record<string, ArmFactors["strategy"]>> = {
  seq: "sequential",
  sequential: "sequential",
  par: "parallel",
  parallel: "parallel",
  single: "single",
  greedy: "single",
};

/** Letters and digits alone, in small letters: "Qwen2.5-Coder-7b" and "qwen2.5_coder_7B" are one name. */
export function plainName(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** Reads words such as "seq_NExT", "i@5", "o@1 T=0.2", "pass@10", "w/o" or "greedy". Pure. */
export function readWords(texts: readonly string[]): Said {
  const words = texts.flatMap((text) => text.split(/[\s_,;|()+]+/)).filter((word) => word !== "");
  const read = words.map((word) => readWord(word.toLowerCase()));
  return {
    metric: read.map(({ metric }) => metric).find((metric) => metric !== undefined) ?? null,
    factors: read.flatMap(({ factor }) => (factor === undefined ? [] : [factor])),
    saysCondition: read.some(({ isCondition }) => isCondition === true),
    rest: read.flatMap(({ rest }) => (rest === undefined ? [] : [rest])),
  };
}

/** Words around figures that say nothing of which arm they are of. */
const IDLE = /^(?:%|acc|accuracy|score|rate|solved)$/;

type Word = {
  readonly metric?: string;
  readonly factor?: (factors: ArmFactors) => boolean;
  readonly isCondition?: true;
  readonly rest?: string;
};

function readWord(word: string): Word {
  const kind = /^(i|o|input|output)@(\d+)$/.exec(word);
  if (kind !== null) {
    const taskKind = kind[1]?.startsWith("i") === true ? "input-prediction" : "output-prediction";
    return { metric: `pass@${kind[2]}`, factor: (factors) => factors.taskKind === taskKind };
  }
  if (/^pass@\d+$/.test(word)) return { metric: word };
  if (IDLE.test(word)) return {};
  const ofBenchmark = /^(\w{3,})-([io])$/.exec(word);
  if (ofBenchmark !== null) {
    const taskKind = ofBenchmark[2] === "i" ? "input-prediction" : "output-prediction";
    return { factor: (factors) => factors.taskKind === taskKind, rest: ofBenchmark[1] ?? "" };
  }
  if (word === "input" || word === "output") return { factor: ({ taskKind }) => taskKind === `${word}-prediction` };
  const number = /^(t|temp|temperature|n|rounds)=(\d+(?:\.\d+)?)$/.exec(word);
  if (number !== null) return { factor: withNumber(number[1] ?? "", Number(number[2])) };
  if (CONTROL.test(word)) {
    return { isCondition: true, factor: ({ condition }) => condition === "feedback" || condition === "code" };
  }
  if (word === "cot") return { isCondition: true, factor: ({ condition }) => condition === "cot" };
  const strategy = STRATEGIES[word];
  if (word === "greedy") {
    return {
      factor: ({ strategy: own, temperature, condition }) => own === strategy && temperature === 0 && condition === "code",
    };
  }
  if (strategy !== undefined) return { factor: ({ strategy: own }) => own === strategy };
  return readAdapter(word);
}

function withNumber(name: string, value: number): (factors: ArmFactors) => boolean {
  if (name === "n") return ({ n }) => n === value;
  if (name === "rounds") return ({ rounds }) => rounds === value;
  return ({ temperature }) => temperature === value;
}

function readAdapter(word: string): Word {
  const plain = plainName(word);
  const adapter = listAdapters().find(({ id, title }) => plainName(id) === plain || plainName(title) === plain);
  if (adapter === undefined) return { rest: word };
  const named = new RegExp(`^trace(?:-only)?:${adapter.id.replace(/@.*/, "")}(?:[@{]|$)`);
  return { isCondition: true, factor: ({ condition }) => named.test(condition ?? "") };
}
