import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { encodingSchema } from "@/lib/links/schema";
import { FormSection } from "./form-section";
import { Below } from "./labelled";
import type { PartProps } from "./model-form";

const encodings = encodingSchema.options.map((value) => ({ value, label: value }));

/** What a model's tokens cost, how many it takes, and how fast it may be asked. */
export function CostPart({ draft, faults, onChange }: PartProps) {
  return (
    <FormSection title="Cost and limits" about="Without a price an experiment cannot keep a budget.">
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <NumberField
          label="$ per million tokens in"
          decimal
          empty="not known"
          value={draft.inputPerMillionUsd}
          minimum={0}
          maximum={100_000}
          onChange={(inputPerMillionUsd) => onChange({ inputPerMillionUsd })}
        />
        <NumberField
          label="$ per million tokens out"
          decimal
          empty="not known"
          value={draft.outputPerMillionUsd}
          minimum={0}
          maximum={100_000}
          onChange={(outputPerMillionUsd) => onChange({ outputPerMillionUsd })}
        />
        <NumberField
          label="Context, tokens"
          empty="not known"
          value={draft.contextTokens}
          minimum={1}
          maximum={100_000_000}
          onChange={(contextTokens) => onChange({ contextTokens })}
        />
        <div className="grid content-start gap-0.5">
          <span className="text-xs text-soft">Tokenizer</span>
          <Select
            label="Tokenizer"
            value={draft.tokenizer}
            choices={encodings}
            onChange={(value) => onChange({ tokenizer: encodingSchema.parse(value) })}
          />
        </div>
      </div>
      <Below fault={faults.inputPerMillionUsd ?? faults.outputPerMillionUsd} />
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <NumberField
          label="At once"
          value={draft.concurrency}
          minimum={1}
          maximum={1000}
          onChange={(concurrency) => onChange({ concurrency: concurrency ?? 1 })}
        />
        <NumberField
          label="Requests a minute"
          empty="no limit"
          value={draft.requestsPerMinute}
          minimum={1}
          maximum={1_000_000}
          onChange={(requestsPerMinute) => onChange({ requestsPerMinute })}
        />
        <NumberField
          label="Tokens a minute"
          empty="no limit"
          value={draft.tokensPerMinute}
          minimum={1}
          maximum={1_000_000_000}
          onChange={(tokensPerMinute) => onChange({ tokensPerMinute })}
        />
        <NumberField
          label="Longest wait, s"
          value={draft.timeoutSeconds}
          minimum={1}
          maximum={3600}
          onChange={(timeoutSeconds) => onChange({ timeoutSeconds: timeoutSeconds ?? 300 })}
        />
      </div>
    </FormSection>
  );
}
