"use client";
import { TriangleAlert } from "lucide-react";
import { Select } from "@/components/ui/select";
import type { DebugModel } from "@/lib/debug/schema";

type Props = {
  models: readonly DebugModel[];
  model: DebugModel | null;
  /** The id that the address names. */
  wanted: string;
  isOwn: boolean;
  onChange: (id: string) => void;
};

const standIns = new Set(["reference", "mutant", "replay"]);

/** Who is asked. Stand-ins are said to be none. */
export function ModelField({ models, model, wanted, isOwn, onChange }: Props) {
  const choices = models.map(({ id, title, provider, notes }) => ({
    value: id,
    label: title,
    detail: standIns.has(provider) ? notes || "A stand-in, not a model." : id,
  }));
  const isStandIn = model !== null && standIns.has(model.provider);
  return (
    <div className="grid gap-1">
      <h2 className="font-semibold">Model</h2>
      <Select label="Model" className="w-full justify-between" value={model?.id ?? ""} choices={choices} onChange={onChange} />
      {model === null ? (
        <Note>
          No model called “{wanted}” is set up here. Choose another, or <ModelsLink>set it up</ModelsLink>.
        </Note>
      ) : null}
      {isStandIn && !isOwn ? (
        <p className="text-xs text-soft">
          Not a model: it knows the benchmark’s solution and only serves to try this page. <ModelsLink>Set up a model</ModelsLink>{" "}
          to see a real one at work.
        </p>
      ) : null}
      {isStandIn && isOwn ? (
        <Note>
          A stand-in knows the solutions of benchmarks only, and a program of your own is in none. Choose a model, or{" "}
          <ModelsLink>set one up</ModelsLink>.
        </Note>
      ) : null}
    </div>
  );
}

function Note({ children }: { children: React.ReactNode }) {
  return (
    <p className="flex gap-1.5 text-xs text-warn">
      <TriangleAlert size={13} aria-hidden className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

function ModelsLink({ children }: { children: React.ReactNode }) {
  return (
    <a href="/models" className="text-accent underline underline-offset-2">
      {children}
    </a>
  );
}
