"use client";
import Link from "next/link";
import { Select } from "@/components/ui/select";
import type { Benchmark } from "@/lib/benchmarks/api-schema";
import type { SpecFault } from "@/lib/experiments/check-spec";
import type { Choice } from "@/lib/experiments/describe-choice";
import type { Draft } from "@/lib/experiments/draft";
import { subsetSchema } from "@/lib/experiments/schema";
import { BenchmarkLine } from "./benchmark-line";
import { FaultLines } from "./fault-lines";
import { Part } from "./part";

type Props = {
  draft: Draft;
  benchmarks: readonly Benchmark[];
  choices: readonly Choice[];
  faults: readonly SpecFault[];
  onChange: (part: Partial<Draft>) => void;
};

/** Which problems are asked about. */
export function BenchmarkPart({ draft, benchmarks, choices, faults, onChange }: Props) {
  const chosen = draft.benchmarks;
  const left = benchmarks.filter(({ slug }) => !chosen.some((each) => each.slug === slug));
  const newest = left.filter(({ slug, id }) => left.find((other) => other.slug === slug)?.id === id);
  const add = (id: string) => {
    const benchmark = benchmarks.find((each) => each.id === id);
    if (benchmark === undefined) return;
    onChange({ benchmarks: [...chosen, { slug: benchmark.slug, version: null, subset: subsetSchema.parse({}) }] });
  };
  return (
    <Part
      title="Benchmarks"
      about="Problems are the sampling unit: more problems find smaller differences, more samples hardly do."
      action={
        newest.length === 0 ? (
          <Link href="/import" className="text-accent underline underline-offset-2">
            Import a benchmark
          </Link>
        ) : (
          <Select label="Add a benchmark" value="" choices={newest.map(toChoice)} placeholder="Add a benchmark" onChange={add} />
        )
      }
    >
      {chosen.map((each, index) => (
        <BenchmarkLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a benchmark may stand twice, with other kinds
          key={`${each.slug} ${index}`}
          each={each}
          benchmark={benchmarks.find(({ slug, version }) => slug === each.slug && (each.version ?? version) === version)}
          choice={choices.find(({ slug }, at) => slug === each.slug && at === index)}
          onChange={(next) => onChange({ benchmarks: chosen.map((other, at) => (at === index ? next : other)) })}
          onRemove={() => onChange({ benchmarks: chosen.filter((_, at) => at !== index) })}
        />
      ))}
      <FaultLines faults={faults} at="benchmarks" />
    </Part>
  );
}

function toChoice({ id, title, kinds }: Benchmark) {
  const problems = kinds.reduce((sum, each) => sum + each.problems, 0);
  return {
    value: id,
    label: title,
    detail: `${problems.toLocaleString("en")} problems: ${kinds.map(({ kind }) => kind).join(", ")}`,
  };
}
