"use client";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { downloadText } from "@/components/ui/download-text";
import { TextArea } from "@/components/ui/text-field";
import { useCopy } from "@/components/ui/use-copy";
import { AppError } from "@/lib/errors/app-error";
import type { PlanOutcome } from "@/lib/experiments/api-schema";
import { draftSchema } from "@/lib/experiments/draft";
import { draftToYaml } from "@/lib/experiments/draft-yaml";
import { specFromYaml } from "@/lib/experiments/spec-yaml";
import type { DraftState } from "./use-draft";

type Props = { state: DraftState; outcome: PlanOutcome | null };

/** The draft as YAML, both ways: what is typed here is in the form at once, and the other way round. */
export default function YamlPart({ state: { draft, faultyYaml, change, keepYaml }, outcome }: Props) {
  const id = useId();
  const copy = useCopy();
  const [typed, setTyped] = useState<string | null>(null);
  const text = faultyYaml?.text ?? typed ?? draftToYaml(draft);
  const read = (next: string) => {
    try {
      const spec = specFromYaml(next);
      setTyped(next);
      change(draftSchema.parse(spec));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setTyped(null);
      keepYaml({ text: next, fault: error.message });
    }
  };
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id={id} className="grow font-semibold">
          Specification
        </h2>
        <label className="inline-flex h-7 cursor-pointer items-center rounded-md border border-line-strong bg-surface px-2.5 focus-within:outline-2 focus-within:outline-accent hover:bg-sunken">
          Open a file
          <input
            type="file"
            accept=".yaml,.yml,.json"
            className="sr-only"
            onChange={({ target }) => void target.files?.[0]?.text().then(read)}
          />
        </label>
        <Button onClick={() => void copy(text, "Specification")}>Copy</Button>
        <Button onClick={() => downloadText("experiment.yaml", text)}>Download</Button>
        {faultyYaml === null ? null : <Button onClick={() => keepYaml(null)}>Discard the YAML</Button>}
        {outcome === null ? null : (
          <Button onClick={() => downloadText(`experiment-${outcome.specHash.slice(0, 12)}.yaml`, outcome.yaml)}>
            Download frozen
          </Button>
        )}
      </div>
      <p className="text-soft">
        The frozen file names every version and the models themselves, and carries its hash. <code>polytrace run</code> takes
        both.
      </p>
      <TextArea
        aria-label="Specification as YAML"
        aria-invalid={faultyYaml !== null}
        aria-describedby={`${id}-fault`}
        value={text}
        onChange={(event) => read(event.target.value)}
        onBlur={() => setTyped(null)}
        className="h-140 resize-y font-mono text-xs leading-4.5"
      />
      <p id={`${id}-fault`} role="alert" className="text-bad">
        {faultyYaml?.fault}
      </p>
    </section>
  );
}
