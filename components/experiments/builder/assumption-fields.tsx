"use client";
import { Button } from "@/components/ui/button";
import { NumberField } from "@/components/ui/number-field";
import type { Assumptions } from "@/lib/engine/plan-schema";
import type { Assumed } from "@/lib/experiments/queries";

const fields = [
  { name: "discordantShare", label: "Problems that flip", minimum: 0.001, maximum: 1, decimal: true },
  { name: "power", label: "Power", minimum: 0.01, maximum: 0.999, decimal: true },
  { name: "significance", label: "Significance", minimum: 0.0001, maximum: 0.999, decimal: true },
  { name: "failingShare", label: "Attempts that fail", minimum: 0, maximum: 1, decimal: true },
  { name: "traceTokens", label: "Trace tokens", minimum: 0, maximum: 1_000_000 },
  { name: "feedbackTokens", label: "Feedback tokens", minimum: 0, maximum: 1_000_000 },
  { name: "answerTokens", label: "Answer tokens", minimum: 1, maximum: 1_000_000 },
  { name: "secondsPerAnswer", label: "Seconds an answer", minimum: 0.01, maximum: 10_000, decimal: true },
] as const;

type Props = { assumptions: Assumptions; assumed: Assumed; onChange: (assumed: Assumed) => void };

/** The numbers that nobody knows before the run; they change the plan, never the experiment. */
export function AssumptionFields({ assumptions, assumed, onChange }: Props) {
  return (
    <div className="mt-2 flex flex-wrap gap-x-3 gap-y-2">
      {fields.map(({ name, label, minimum, maximum, ...rest }) => (
        <NumberField
          key={name}
          label={label}
          value={assumed[name] ?? assumptions[name]}
          minimum={minimum}
          maximum={maximum}
          {...("decimal" in rest ? { decimal: true } : {})}
          onChange={(next) => onChange({ ...assumed, [name]: next ?? assumptions[name] })}
        />
      ))}
      <Button
        look="link"
        size="text"
        className="self-end pb-1"
        disabled={Object.keys(assumed).length === 0}
        onClick={() => onChange({})}
      >
        Back to the defaults
      </Button>
    </div>
  );
}
