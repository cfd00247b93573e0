"use client";
import { X } from "lucide-react";
import { CheckField } from "@/components/ui/check-field";
import { IconButton } from "@/components/ui/icon-button";
import type { SpecFault } from "@/lib/experiments/check-spec";
import type { Draft } from "@/lib/experiments/draft";
import type { Model } from "@/lib/models/schema";
import { FaultLines } from "./fault-lines";
import { Part } from "./part";

const standIns: Partial<Record<Model["provider"], string>> = {
  reference: "Not a model: answers with the benchmark's own solution.",
  mutant: "Not a model: the benchmark's own solution with seeded mistakes. It reads no prompts, so any difference is noise.",
  replay: "Not a model: answers with generations that were imported.",
};

type Props = {
  draft: Draft;
  models: readonly Model[];
  faults: readonly SpecFault[];
  onChange: (part: Partial<Draft>) => void;
};

/** Who is asked. */
export function ModelPart({ draft, models, faults, onChange }: Props) {
  const chosen = draft.models;
  const own = chosen.filter((model) => typeof model !== "string");
  const toggle = (id: string, isOn: boolean) =>
    onChange({ models: isOn ? [...chosen, id] : chosen.filter((model) => model !== id) });
  return (
    <Part title="Models" about="Keys are never stored; a stand-in rehearses the experiment without one.">
      <div className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {models.map((model) => (
          <CheckField
            key={model.id}
            checked={chosen.includes(model.id)}
            onChange={(isOn) => toggle(model.id, isOn)}
            detail={standIns[model.provider] ?? about(model)}
          >
            {model.title}
          </CheckField>
        ))}
        {own.map((model) => (
          <div key={model.id} className="flex items-start gap-2">
            <p className="min-w-0 grow">
              {model.title}
              <span className="block text-xs text-soft">Defined by this specification, as it was when that was frozen.</span>
            </p>
            <IconButton
              label={`Remove ${model.title}`}
              onClick={() => onChange({ models: chosen.filter((other) => other !== model) })}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </div>
        ))}
      </div>
      <FaultLines faults={faults} at="models" />
    </Part>
  );
}

function about({ price, provider, fineTuned }: Model): string {
  const cost =
    price === null
      ? "no price, so no budget can be kept"
      : `$${price.inputPerMillionUsd} in, $${price.outputPerMillionUsd} out per million tokens`;
  return [provider, ...(fineTuned === null ? [] : [`fine-tuned from ${fineTuned.from}`]), cost].join(" · ");
}
