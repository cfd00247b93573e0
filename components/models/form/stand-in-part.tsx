import { NumberField } from "@/components/ui/number-field";
import { FormSection } from "./form-section";
import type { PartProps } from "./model-form";
import { ReplaySource } from "./replay-source";

/** What a stand-in answers with. */
export function StandInPart({ draft, faults, onChange }: PartProps) {
  if (draft.provider === "replay")
    return (
      <FormSection
        title="Answers"
        about="Of an imported arm, chain by chain and round by round. They are judged anew; no model is asked."
      >
        <ReplaySource source={draft.source} fault={faults.source} onChange={(source) => onChange({ source })} />
      </FormSection>
    );
  if (draft.provider === "mutant")
    return (
      <FormSection title="Answers" about="The benchmark's solution with seeded mistakes. It reads no prompts.">
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <NumberField
            label="Seed"
            value={draft.seed}
            minimum={0}
            maximum={2 ** 31 - 1}
            onChange={(seed) => onChange({ seed: seed ?? 1 })}
          />
          <NumberField
            label="Share of first answers with a mistake"
            decimal
            value={draft.mistakeShare}
            minimum={0}
            maximum={1}
            onChange={(share) => onChange({ mistakeShare: share ?? 0 })}
          />
          <NumberField
            label="Share of those that a later round mends"
            decimal
            value={draft.mendShare}
            minimum={0}
            maximum={1}
            onChange={(share) => onChange({ mendShare: share ?? 0 })}
          />
        </div>
      </FormSection>
    );
  return (
    <FormSection title="Answers" about="The benchmark's own solution. Every sample should pass.">
      <p className="text-soft">There is nothing to set.</p>
    </FormSection>
  );
}
