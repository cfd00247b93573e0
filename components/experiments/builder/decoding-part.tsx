"use client";
import { Plus, X } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { NumberField } from "@/components/ui/number-field";
import { TextField } from "@/components/ui/text-field";
import type { SpecFault } from "@/lib/experiments/check-spec";
import type { Draft } from "@/lib/experiments/draft";
import type { Decoding } from "@/lib/experiments/schema";
import { FaultLines } from "./fault-lines";
import { Part } from "./part";

type Props = { draft: Draft; faults: readonly SpecFault[]; onChange: (part: Partial<Draft>) => void };

/** How a model samples. */
export function DecodingPart({ draft: { decodings }, faults, onChange }: Props) {
  const greedy: Decoding = { name: "greedy", temperature: 0, topP: null, maxTokens: 2048, seed: null };
  const another: Decoding = { ...greedy, name: `decoding ${decodings.length + 1}`, temperature: 0.2 };
  const add = () => onChange({ decodings: [...decodings, decodings.some(({ name }) => name === "greedy") ? another : greedy] });
  return (
    <Part
      title="Decodings"
      about="Greedy samples repeat one another: draw several only above temperature 0."
      action={
        <Button onClick={add}>
          <Plus size={14} aria-hidden />
          Add a decoding
        </Button>
      }
    >
      {decodings.length === 0 ? null : (
        <ul className="rounded-lg border border-line bg-surface">
          {decodings.map((decoding, index) => (
            <DecodingLine
              // biome-ignore lint/suspicious/noArrayIndexKey: names are edited in place
              key={index}
              decoding={decoding}
              onChange={(next) => onChange({ decodings: decodings.map((other, at) => (at === index ? next : other)) })}
              onRemove={() => onChange({ decodings: decodings.filter((_, at) => at !== index) })}
            />
          ))}
        </ul>
      )}
      <FaultLines faults={faults} at="decodings" />
    </Part>
  );
}

type LineProps = { decoding: Decoding; onChange: (next: Decoding) => void; onRemove: () => void };

function DecodingLine({ decoding, onChange, onRemove }: LineProps) {
  const id = useId();
  const { name, temperature, topP, maxTokens, seed } = decoding;
  return (
    <li className="flex flex-wrap items-end gap-x-3 gap-y-2 border-line px-3 py-2 not-first:border-t">
      <div className="grid gap-0.5">
        <label htmlFor={id} className="text-xs text-soft">
          Name
        </label>
        <TextField
          id={id}
          value={name}
          onChange={(event) => onChange({ ...decoding, name: event.target.value })}
          className="w-28"
        />
      </div>
      <NumberField
        label="Temperature"
        value={temperature}
        minimum={0}
        maximum={2}
        decimal
        onChange={(next) => onChange({ ...decoding, temperature: next ?? temperature })}
      />
      <NumberField
        label="Top p"
        value={topP}
        minimum={0.01}
        maximum={1}
        decimal
        empty="not sent"
        onChange={(next) => onChange({ ...decoding, topP: next })}
      />
      <NumberField
        label="Most tokens"
        value={maxTokens}
        minimum={1}
        maximum={1_000_000}
        onChange={(next) => onChange({ ...decoding, maxTokens: next ?? maxTokens })}
      />
      <NumberField
        label="Seed"
        value={seed}
        minimum={0}
        maximum={2 ** 31 - 1}
        empty="not sent"
        onChange={(next) => onChange({ ...decoding, seed: next })}
      />
      <span className="grow" />
      <IconButton label={`Remove ${name}`} onClick={onRemove}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}
