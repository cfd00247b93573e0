"use client";
import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useCopy } from "@/components/ui/use-copy";
import type { AboutBenchmark } from "@/lib/benchmarks/about-benchmark";
import type { Benchmark } from "@/lib/benchmarks/api-schema";

/** What names a benchmark, and where it is from. */
export function BenchmarkFacts({ benchmark, about }: { benchmark: Benchmark; about: AboutBenchmark }) {
  const { slug, version, source, createdAt } = benchmark;
  const copy = useCopy();
  return (
    <dl className="min-w-0 content-start self-start border-t border-line">
      <Fact title="Name in specifications">
        <code>{slug}</code>
      </Fact>
      <Fact title="Version">
        <span className="flex items-start gap-1">
          <code className="min-w-0 break-all">{version}</code>
          <IconButton label="Copy the version" className="-my-1" onClick={() => void copy(version, "Version")}>
            <Copy size={13} aria-hidden />
          </IconButton>
        </span>
        <span className="block text-faint">SHA-256 of the problems with their tests</span>
      </Fact>
      {about.source === null ? null : (
        <Fact title="Published">
          <a href={about.source.url} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-2">
            {about.source.title}
          </a>
          <span className="text-soft">, {about.licence === null ? "licence not stated for the problems" : about.licence}</span>
        </Fact>
      )}
      {about.source === null && about.licence !== null ? <Fact title="Licence">{about.licence}</Fact> : null}
      <Fact title="Read from">
        <span className="break-all">{source.fileName}</span>
        {source.sha256 === null ? null : (
          <span className="block text-faint">
            SHA-256 <code title={source.sha256}>{source.sha256.slice(0, 16)}…</code>
            {source.importerVersion === null ? "" : `, importer version ${source.importerVersion}`}
          </span>
        )}
      </Fact>
      <Fact title="Added">{createdAt.slice(0, 16).replace("T", " ")} UTC</Fact>
    </dl>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[160px_1fr] gap-4 border-b border-line py-1.5 max-sm:grid-cols-[110px_1fr]">
      <dt className="text-soft">{title}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
