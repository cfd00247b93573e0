import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { endpoints } from "./endpoints";
import { FormSection } from "./form-section";
import { LabelledText } from "./labelled";
import type { PartProps } from "./model-form";

/** Where a model answers, and the name of the variable that holds its key. */
export function ConnectionPart({ draft, faults, onChange, keys }: PartProps & { keys: Readonly<Record<string, boolean>> }) {
  const isOpenAi = draft.provider.startsWith("openai");
  return (
    <FormSection
      title="Connection"
      about="Where it answers. A key is never typed here: only the name of the variable that holds it."
    >
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="text-xs text-soft">Fill in for</span>
        {endpoints.map(({ title, fields }) => (
          <Button key={title} size="small" onClick={() => onChange(fields)}>
            {title}
          </Button>
        ))}
      </div>
      <LabelledText
        label={isOpenAi ? "Base URL" : "Base URL (empty: the provider's own)"}
        inputMode="url"
        placeholder={isOpenAi ? "http://127.0.0.1:8000/v1" : ""}
        value={draft.baseUrl}
        fault={faults.baseUrl}
        onChange={(event) => onChange({ baseUrl: event.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <LabelledText
          label="Name at the endpoint"
          placeholder="Qwen/Qwen2.5-Coder-7B-Instruct"
          value={draft.modelName}
          fault={faults.modelName}
          onChange={(event) => onChange({ modelName: event.target.value })}
        />
        <LabelledText
          label="Variable that holds the key"
          placeholder="none is sent"
          value={draft.keyVariable}
          hint={aboutKey(draft.keyVariable, keys)}
          fault={faults.keyVariable}
          onChange={(event) => onChange({ keyVariable: event.target.value })}
        />
      </div>
      {isOpenAi ? (
        <CheckField checked={draft.logprobs} onChange={(logprobs) => onChange({ logprobs })}>
          Ask for log-probabilities and keep them
        </CheckField>
      ) : null}
    </FormSection>
  );
}

function aboutKey(variable: string, keys: Readonly<Record<string, boolean>>): string {
  const isSet = keys[variable.trim()];
  if (isSet === undefined) return "Ends in _KEY or _TOKEN. It is read where Polytrace runs.";
  return isSet ? "Set where Polytrace runs." : "Not set where Polytrace runs.";
}
