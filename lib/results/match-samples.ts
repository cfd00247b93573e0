import type { Filter } from "@/lib/filters/schema";
import { wildcard } from "@/lib/filters/wildcard";
import { FLAGS, type SampleColumns } from "@/lib/results/sample-columns";
import { sampleVerdictSchema } from "@/lib/samples/schema";

/** What arms are filtered by: names of fields with the arm's values. */
export type ArmOfFilter = { readonly id: string; readonly values: Readonly<Record<string, string>> };

type Match = (at: number) => boolean;

/**
 * A filter as a function of a sample's place. What is unknown fits neither a term nor its opposite; only `not` turns that round. Texts are
 * compared once per arm, problem and verdict, never per sample. Throws on a field that samples do not have.
 */
export function matchSamples(filter: Filter | null, columns: SampleColumns, arms: readonly ArmOfFilter[]): Match {
  if (filter === null) return () => true;
  switch (filter.kind) {
    case "and": {
      const parts = filter.parts.map((part) => matchSamples(part, columns, arms));
      return (at) => parts.every((part) => part(at));
    }
    case "or": {
      const parts = filter.parts.map((part) => matchSamples(part, columns, arms));
      return (at) => parts.some((part) => part(at));
    }
    case "not": {
      const part = matchSamples(filter.part, columns, arms);
      return (at) => !part(at);
    }
    case "text":
      return matchText(filter, columns, arms);
    case "number":
      return matchNumber(filter, columns);
    case "flag":
      return matchFlag(filter, columns);
  }
}

function matchText(
  { field, pattern, isExact }: Extract<Filter, { kind: "text" }>,
  columns: SampleColumns,
  arms: readonly ArmOfFilter[],
): Match {
  const matches = wildcard(pattern, isExact);
  if (field === "problem") return among(columns.task, columns.tasks.map(matches));
  if (field === "verdict") return among(columns.verdict, sampleVerdictSchema.options.map(matches));
  const values = new Map(arms.map((arm) => [arm.id, arm.values[field] ?? ""]));
  return among(
    columns.arm,
    columns.arms.map((id) => matches(values.get(id) ?? "")),
  );
}

function among(column: Uint8Array | Uint16Array | Uint32Array, fits: readonly boolean[]): Match {
  return (at) => fits[column[at] ?? 0] === true;
}

function matchNumber({ field, comparison, value }: Extract<Filter, { kind: "number" }>, columns: SampleColumns): Match {
  const numberAt = numberOf(field, columns);
  switch (comparison) {
    case "=":
      return (at) => numberAt(at) === value;
    case "!=":
      return (at) => {
        const number = numberAt(at);
        return number !== value && !Number.isNaN(number);
      };
    case ">":
      return (at) => numberAt(at) > value;
    case ">=":
      return (at) => numberAt(at) >= value;
    case "<":
      return (at) => numberAt(at) < value;
    case "<=":
      return (at) => numberAt(at) <= value;
  }
}

/** The number of a field at a place; NaN where unknown, which is neither more nor less than anything. */
export function numberOf(field: string, columns: SampleColumns): (at: number) => number {
  const { promptTokens, answerTokens } = columns;
  if (field === "tokens") return (at) => Math.max(0, promptTokens[at] ?? 0) + Math.max(0, answerTokens[at] ?? 0);
  const named: Readonly<Record<string, Int32Array | Float64Array>> = {
    chain: columns.chain,
    round: columns.round,
    cost: columns.cost,
    latency: columns.latency,
  };
  const column = named[field];
  if (column === undefined) throw new Error(`The field ${field} can be filtered by, but samples have no such number.`);
  return (at) => column[at] ?? Number.NaN;
}

function matchFlag({ field, value }: Extract<Filter, { kind: "flag" }>, { flags }: SampleColumns): Match {
  const bits: Readonly<Record<string, readonly [holds: number, known: number]>> = {
    delivered: [FLAGS.delivered, FLAGS.deliveredKnown],
    truncated: [FLAGS.truncated, FLAGS.truncatedKnown],
    identical: [FLAGS.identical, FLAGS.identicalKnown],
    final: [FLAGS.final, 0],
  };
  const found = bits[field];
  if (found === undefined) throw new Error(`The field ${field} can be filtered by, but samples have no such flag.`);
  const [holds, known] = found;
  const wanted = known | (value ? holds : 0);
  const looked = known | holds;
  return (at) => ((flags[at] ?? 0) & looked) === wanted;
}
