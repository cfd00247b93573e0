import { type Literal, toPython } from "@/lib/formats/python/json-literal";

type Rebuild = (args: readonly Literal[]) => string[];

/**
 * MBPP+ stores tuples, sets and complex numbers as JSON lists and strings; which arguments of which task they are is known only
 * by task number. Rules of EvalPlus 0.3.1, `evalplus/data/mbpp.py` (`mbpp_deserialize_inputs`).
 */
const RULES: readonly (readonly [readonly number[], Rebuild])[] = [
  [
    [2, 116, 132, 143, 222, 261, 273, 394, 399, 421, 424, 429, 470, 560, 579, 596, 616, 630, 726, 740, 744, 809],
    (args) => args.map(tuple),
  ],
  [[63, 64, 70, 94, 120, 237, 272, 299, 400, 409, 417, 438, 473, 614, 780], (args) => args.map((arg) => list(arg, tuple))],
  [[75, 413, 444, 753], first((arg) => list(arg, tuple))],
  [[106, 750], (args) => args.map((arg, index) => (index === 1 ? tuple(arg) : toPython(arg)))],
  [[115], first((arg) => list(arg, setOrDict))],
  [[124], ([angle, length]) => [call("float", angle), call("complex", length)]],
  [[252], ([number]) => [call("complex", number)]],
  [[250, 405, 446, 617, 720, 763, 808, 307], first(tuple)],
  [[259, 401, 445], (args) => args.map((arg) => tupleOf(arg, tuple))],
  [[278], first((arg) => tupleOf(arg, (item) => (item.kind === "list" ? tuple(item) : toPython(item))))],
  [[722], first(dictOfTuples)],
  [[580, 615, 791], (args) => args.map(deepTuple)],
];

const REBUILD = new Map(RULES.flatMap(([tasks, rebuild]) => tasks.map((task) => [task, rebuild] as const)));

/** Python source of the arguments of one call, as EvalPlus' loader would pass them. */
export function evalplusArguments(taskId: string, args: readonly Literal[]): string {
  const task = /^Mbpp\/(\d+)$/.exec(taskId)?.[1];
  const rebuild = task === undefined ? undefined : REBUILD.get(Number(task));
  return (rebuild === undefined ? args.map(toPython) : rebuild(args)).join(", ");
}

function first(rebuild: (arg: Literal) => string): Rebuild {
  return (args) => args.map((arg, index) => (index === 0 ? rebuild(arg) : toPython(arg)));
}

function itemsOf(literal: Literal): readonly Literal[] | null {
  return literal.kind === "list" ? literal.items : null;
}

function tuple(literal: Literal): string {
  return tupleOf(literal, toPython);
}

/** `tuple("abc")` of the loader splits a text into characters, `tuple` of a dict takes its keys. */
function tupleOf(literal: Literal, write: (item: Literal) => string): string {
  const items = itemsOf(literal);
  if (items === null) return `tuple(${toPython(literal)})`;
  return items.length === 1 ? `(${items.map(write).join("")},)` : `(${items.map(write).join(", ")})`;
}

function list(literal: Literal, write: (item: Literal) => string): string {
  const items = itemsOf(literal);
  return items === null ? toPython(literal) : `[${items.map(write).join(", ")}]`;
}

function setOrDict(literal: Literal): string {
  const items = itemsOf(literal);
  return items !== null && items.length > 0 ? `{${items.map(toPython).join(", ")}}` : "{}";
}

function dictOfTuples(literal: Literal): string {
  if (literal.kind !== "dict") return toPython(literal);
  return `{${literal.entries.map(([key, value]) => `${JSON.stringify(key)}: ${tuple(value)}`).join(", ")}}`;
}

function deepTuple(literal: Literal): string {
  return literal.kind === "list" ? tupleOf(literal, deepTuple) : toPython(literal);
}

function call(name: string, literal: Literal | undefined): string {
  return `${name}(${literal === undefined ? "" : toPython(literal)})`;
}
