"use client";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DeleteBenchmark } from "@/components/benchmarks/delete-benchmark";
import { VerificationMark } from "@/components/benchmarks/verification-mark";
import { LineMenu } from "@/components/ui/line-menu";
import { MenuItem } from "@/components/ui/menu";
import type { Benchmark } from "@/lib/benchmarks/api-schema";

/** One benchmark of the list. */
export function BenchmarkLine({ benchmark }: { benchmark: Benchmark }) {
  const { id, slug, version, title, source, kinds, verification, createdAt } = benchmark;
  const sum = (of: (kind: Benchmark["kinds"][number]) => number) => kinds.reduce((total, kind) => total + of(kind), 0);
  return (
    <tr className="border-t border-line align-top hover:bg-sunken/60">
      <th scope="row" className="max-w-80 py-1.5 pl-4 font-normal">
        <Link href={addressOf(id)} className="font-medium break-words underline-offset-2 hover:text-accent hover:underline">
          {title}
        </Link>
        <span className="block truncate text-soft" title={source.fileName}>
          <code>{slug}</code>
          {source.sha256 === null ? "" : ` · ${source.fileName.split("/").at(-1)}`}
        </span>
      </th>
      <td className="px-2 py-1.5">
        <code title={version}>{version.slice(0, 12)}</code>
      </td>
      <td className="px-2 py-1.5 text-right">{sum(({ problems }) => problems).toLocaleString("en")}</td>
      <td className="px-2 py-1.5">
        {kinds.map(({ kind, problems }) => (
          <span key={kind} className="block whitespace-nowrap">
            {kind} <span className="text-soft">{problems.toLocaleString("en")}</span>
          </span>
        ))}
      </td>
      <td className="px-2 py-1.5 text-right">{sum(({ withVisibleTests }) => withVisibleTests).toLocaleString("en")}</td>
      <td className="min-w-48 px-2 py-1.5">
        <VerificationMark verification={verification} name={title} />
      </td>
      <td className="px-2 py-1.5 text-right whitespace-nowrap text-soft">{createdAt.slice(0, 16).replace("T", " ")}</td>
      <td className="py-0.5 pr-2 text-right">
        <Actions benchmark={benchmark} />
      </td>
    </tr>
  );
}

export function addressOf(id: string): Route {
  return `/benchmarks/${encodeURIComponent(id)}` as Route;
}

function Actions({ benchmark: { id, title } }: { benchmark: Benchmark }) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <LineMenu name={title}>
        <MenuItem onSelect={() => router.push(`/experiments/new?benchmark=${encodeURIComponent(id)}` as Route)}>
          Start an experiment with it
        </MenuItem>
        <MenuItem onSelect={() => router.push(addressOf(id))}>Look at its problems</MenuItem>
        <MenuItem onSelect={() => setAsking(true)}>Delete…</MenuItem>
      </LineMenu>
      {isAsking ? <DeleteBenchmark id={id} title={title} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
