"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { ScrollRegion } from "@/components/table/scroll-region";
import type { Benchmark } from "@/lib/benchmarks/api-schema";
import { benchmarksQuery } from "@/lib/benchmarks/queries";
import { BenchmarkLine } from "./benchmark-line";
import { ImportPart } from "./import-part";
import { OwnFormat } from "./own-format";

export type KnownFormat = { readonly id: string; readonly title: string; readonly description: string };

type Props = { first: readonly Benchmark[]; formats: readonly KnownFormat[]; example: string };

const headings = [
  ["Benchmark", "pl-4"],
  ["Version", "px-2"],
  ["Problems", "px-2 text-right"],
  ["Kinds", "px-2"],
  ["With visible tests", "px-2 text-right"],
  ["Checked against itself", "px-2"],
  ["Added, UTC", "px-2 text-right"],
  ["", "pr-2"],
] as const;

/** The benchmarks that are here, and how to bring another. */
export function BenchmarksPage({ first, formats, example }: Props) {
  const { data, error } = useQuery({ ...benchmarksQuery(), initialData: { benchmarks: [...first] }, staleTime: 0 });
  return (
    <div className="mx-auto w-full max-w-[1280px] px-6 pt-5 pb-16 max-sm:px-3">
      <div className="flex items-start gap-4">
        <h1 className="min-w-0 grow text-xl font-semibold tracking-tight">Benchmarks</h1>
        <a
          href="#bring"
          className="inline-flex h-7 items-center gap-1.5 rounded-md border border-accent bg-accent px-2.5 font-semibold text-accent-ink hover:brightness-95"
        >
          <Plus size={14} aria-hidden />
          Bring a benchmark
        </a>
      </div>
      <p className="mt-1 max-w-180 text-soft">
        Problems with their tests. A benchmark is named by a hash of its problems, so that two results can be known to be of the
        same ones.
      </p>
      {error === null ? null : (
        <p role="alert" className="mt-3 rounded-md bg-bad-soft px-3 py-2 text-bad">
          {error.message}
        </p>
      )}
      {data.benchmarks.length === 0 ? (
        <p className="mt-4 text-soft">There is no benchmark here yet. Bring one below; experiments need at least one.</p>
      ) : (
        <ScrollRegion label="Benchmarks" className="mt-4 rounded-lg border border-line bg-surface">
          <table className="w-full min-w-240 text-left tabular-nums">
            <thead className="text-xs text-soft">
              <tr>
                {headings.map(([title, className]) => (
                  <th key={title} scope="col" className={`py-1.5 font-medium ${className}`}>
                    {title === "" ? <span className="sr-only">Actions</span> : title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.benchmarks.map((benchmark) => (
                <BenchmarkLine key={benchmark.id} benchmark={benchmark} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <ImportPart />
      <div className="mt-10 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <Understood formats={formats} />
        <OwnFormat example={example} />
      </div>
    </div>
  );
}

function Understood({ formats }: Pick<Props, "formats">) {
  return (
    <section aria-labelledby="understood" className="min-w-0">
      <h2 id="understood" className="mb-1 text-lg font-semibold">
        What is understood
      </h2>
      <p className="mb-2 text-soft">Files as their projects publish them, recognized by what is in them.</p>
      <dl className="border-t border-line">
        {formats.map(({ id, title, description }) => (
          <div key={id} className="grid grid-cols-[180px_1fr] gap-4 border-b border-line py-1 max-sm:grid-cols-1 max-sm:gap-0">
            <dt>{title}</dt>
            <dd className="min-w-0 break-words text-soft">{description}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
