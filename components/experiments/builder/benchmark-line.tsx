"use client";
import { X } from "lucide-react";
import { CheckField } from "@/components/ui/check-field";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import type { Benchmark } from "@/lib/benchmarks/api-schema";
import type { Choice } from "@/lib/experiments/describe-choice";
import type { BenchmarkChoice, Subset } from "@/lib/experiments/schema";
import { TagChoice } from "./tag-choice";

type Props = {
  each: BenchmarkChoice;
  benchmark: Benchmark | undefined;
  /** What the subset takes, as the server counted; undefined while that is on its way. */
  choice: Choice | undefined;
  onChange: (next: BenchmarkChoice) => void;
  onRemove: () => void;
};

/** One benchmark and the part of it that is asked about. */
export function BenchmarkLine({ each, benchmark, choice, onChange, onRemove }: Props) {
  const { subset } = each;
  const set = (part: Partial<Subset>) => onChange({ ...each, subset: { ...subset, ...part } });
  const kinds = benchmark?.kinds ?? [];
  const all = kinds.reduce((sum, { problems }) => sum + problems, 0);
  return (
    <div className="rounded-lg border border-line bg-surface">
      <div className="flex items-center gap-3 border-b border-line py-1 pr-1 pl-3">
        <p className="min-w-0 grow truncate">
          <span className="font-medium">{benchmark?.title ?? each.slug}</span>
          {benchmark === undefined ? null : <span className="text-soft"> version {benchmark.version.slice(0, 8)}</span>}
        </p>
        <p className="shrink-0 tabular-nums" aria-live="polite">
          <b className="font-semibold">{choice === undefined ? "…" : choice.chosen.toLocaleString("en")}</b>
          <span className="text-soft"> of {all.toLocaleString("en")} problems</span>
        </p>
        <IconButton label={`Remove ${benchmark?.title ?? each.slug}`} onClick={onRemove}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <div className="grid gap-x-6 gap-y-3 px-3 py-2 sm:grid-cols-[1fr_auto]">
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {kinds.map(({ kind, problems, withVisibleTests }) => (
            <CheckField
              key={kind}
              checked={subset.kinds === null || subset.kinds.includes(kind)}
              onChange={(isOn) => set({ kinds: toggled(subset.kinds ?? kinds.map((other) => other.kind), kind, isOn) })}
              detail={
                withVisibleTests === problems
                  ? `${problems} problems`
                  : `${problems} problems, ${withVisibleTests} with a visible test`
              }
            >
              {kind}
            </CheckField>
          ))}
        </div>
        <div className="flex flex-wrap items-start gap-3">
          <TagChoice
            title="Difficulty"
            options={choice?.difficulties ?? []}
            chosen={subset.difficulties}
            onChange={(difficulties) => set({ difficulties })}
          />
          <TagChoice title="Tags" options={choice?.tags ?? []} chosen={subset.tags} onChange={(tags) => set({ tags })} />
          <NumberField
            label="Draw only"
            value={subset.sample}
            minimum={1}
            maximum={1_000_000}
            empty="all"
            onChange={(sample) => set({ sample })}
          />
        </div>
      </div>
      {subset.taskIds === null ? null : (
        <p className="flex items-center gap-3 border-t border-line px-3 py-1 text-soft">
          <span className="min-w-0 grow truncate">Only {subset.taskIds.join(", ")}</span>
          <button type="button" className="text-accent underline underline-offset-2" onClick={() => set({ taskIds: null })}>
            Take all
          </button>
        </p>
      )}
    </div>
  );
}

/** Never an empty list: without any the choice would mean nothing. */
function toggled<Item>(items: readonly Item[], item: Item, isOn: boolean): Item[] {
  const next = isOn ? [...items.filter((other) => other !== item), item] : items.filter((other) => other !== item);
  return next.length === 0 ? [...items] : next;
}
