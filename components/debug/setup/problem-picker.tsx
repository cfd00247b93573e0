"use client";
import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useDeferredValue, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { type PickedRow, problemSearchQuery } from "@/lib/debug/queries";
import type { DebugProblem, DebugStart } from "@/lib/debug/schema";
import { kindWords } from "./kind-words";

type Props = {
  benchmarks: DebugStart["benchmarks"];
  problem: DebugProblem;
  onChoose: (id: string) => void;
};

/** Chooses a benchmark, and in it a problem by its name. */
export function ProblemPicker({ benchmarks, problem, onChoose }: Props) {
  const [benchmarkId, setBenchmarkId] = useState(problem.benchmark.id);
  const [isOpen, setIsOpen] = useState(false);
  const repeated = (slug: string) => benchmarks.filter((each) => each.slug === slug).length > 1;
  const choices = benchmarks.map(({ id, slug, title, version }) => ({
    value: id,
    label: title,
    detail: repeated(slug) ? `${slug}, version ${version.slice(0, 12)}` : slug,
  }));
  const choose = (id: string) => {
    setIsOpen(false);
    onChoose(id);
  };
  return (
    <div className="flex items-center gap-1.5">
      <Select
        label="Benchmark"
        className="max-w-36 shrink-0"
        value={benchmarkId}
        choices={choices}
        onChange={(id) => {
          setBenchmarkId(id);
          setIsOpen(true);
        }}
      />
      <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
        <Popover.Trigger asChild>
          <Button className="min-w-0 shrink! grow justify-start" aria-label={`Problem: ${problem.taskId}`}>
            <span className="truncate font-mono text-xs">
              {benchmarkId === problem.benchmark.id ? problem.taskId : "Choose a problem"}
            </span>
            <span className="grow" />
            <ChevronsUpDown size={12} aria-hidden className="shrink-0 text-faint" />
          </Button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            aria-label="Problems"
            align="start"
            sideOffset={4}
            collisionPadding={8}
            className="z-50 w-96 max-w-[calc(100vw-16px)] overflow-hidden rounded-lg border border-line-strong bg-surface shadow-float outline-none"
          >
            <ProblemSearch benchmarkId={benchmarkId} onChoose={choose} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}

function ProblemSearch({ benchmarkId, onChoose }: { benchmarkId: string; onChoose: (id: string) => void }) {
  const [search, setSearch] = useState("");
  const asked = useDeferredValue(search.trim());
  const { data, error } = useQuery(problemSearchQuery(benchmarkId, asked));
  const hidden = data === undefined ? 0 : data.total - data.problems.length;
  return (
    <Command label="Problems" shouldFilter={false} loop>
      <Command.Input
        value={search}
        onValueChange={setSearch}
        placeholder="Name of the problem"
        className="h-9 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-80 overflow-auto p-1">
        {error === null ? null : <p className="px-2 py-3 text-bad">{error.message}</p>}
        {data?.problems.length === 0 ? <p className="px-2 py-3 text-soft">No problem has that in its name.</p> : null}
        {(data?.problems ?? []).map((row) => (
          <Row key={row.id} row={row} onChoose={onChoose} />
        ))}
        {hidden > 0 ? <p className="px-2 py-2 text-faint">{hidden.toLocaleString("en")} more: type a part of the name.</p> : null}
      </Command.List>
    </Command>
  );
}

function Row({ row, onChoose }: { row: PickedRow; onChoose: (id: string) => void }) {
  return (
    <Command.Item
      value={row.id}
      onSelect={() => onChoose(row.id)}
      className="cursor-pointer rounded px-2 py-1 data-[selected=true]:bg-sunken"
    >
      <span className="block truncate font-mono text-xs">{row.taskId}</span>
      <span className="block truncate text-xs text-soft">
        {[kindWords[row.kind], row.difficulty, row.title].filter((part) => part !== null).join(" · ")}
      </span>
    </Command.Item>
  );
}
