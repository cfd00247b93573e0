import { FormSection } from "./form-section";
import { LabelledArea, LabelledText } from "./labelled";
import { idFromTitle } from "./model-draft";
import type { PartProps } from "./model-form";

/** What a model is called, and what is known of it. */
export function AboutPart({ draft, faults, onChange, isNew }: PartProps & { isNew: boolean }) {
  const changeTitle = (title: string) =>
    onChange(isNew && draft.id === idFromTitle(draft.title) ? { title, id: idFromTitle(title) } : { title });
  return (
    <FormSection title="What it is" about="As tables, charts and specifications name it.">
      <div className="grid gap-3 sm:grid-cols-2">
        <LabelledText
          label="Title"
          placeholder="Qwen2.5 Coder 7B"
          value={draft.title}
          fault={faults.title}
          onChange={(event) => changeTitle(event.target.value)}
        />
        <LabelledText
          label="Id in specifications"
          placeholder="qwen2.5-coder-7b"
          value={draft.id}
          disabled={!isNew}
          hint={isNew ? undefined : "Stays, because specifications name it."}
          fault={faults.id}
          onChange={(event) => onChange({ id: event.target.value })}
        />
        <LabelledText
          label="Fine-tuned from"
          placeholder="not fine-tuned"
          value={draft.fineTunedFrom}
          fault={faults.fineTunedFrom}
          onChange={(event) => onChange({ fineTunedFrom: event.target.value })}
        />
        <LabelledText
          label="Fine-tuned with"
          placeholder="such as: NExT traces of PyX"
          value={draft.fineTunedWith}
          fault={faults.fineTunedWith}
          onChange={(event) => onChange({ fineTunedWith: event.target.value })}
        />
      </div>
      <LabelledArea
        label="Notes"
        rows={2}
        value={draft.notes}
        fault={faults.notes}
        onChange={(event) => onChange({ notes: event.target.value })}
      />
    </FormSection>
  );
}
