"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { describeUnread, UnreadFields, useUnreadFields } from "@/components/ui/unread-fields";
import type { ModelList } from "@/lib/models/api-schema";
import { saveModelMutation, testModelMutation } from "@/lib/models/queries";
import { type Model, type ProviderName, providerNameSchema } from "@/lib/models/schema";
import { TestOutcome } from "../test-outcome";
import { AboutPart } from "./about-part";
import { ConnectionPart } from "./connection-part";
import { CostPart } from "./cost-part";
import { FormSection } from "./form-section";
import { emptyDraft, fromDraft, type ModelDraft, takesConnection, toDraft } from "./model-draft";
import { StandInPart } from "./stand-in-part";

export type PartProps = {
  readonly draft: ModelDraft;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<ModelDraft>) => void;
};

type Props = {
  list: ModelList;
  /** The model that is changed; null for a new one. */
  model: Model | null;
  /** The kind that a new one begins with. */
  provider: ProviderName;
  onDone: () => void;
};

/** Sets up a model or changes one; it can be tried before it is saved. */
export function ModelForm({ list, model: before, provider, onDone }: Props) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<ModelDraft>(before === null ? { ...emptyDraft, provider } : toDraft(before));
  const [isTried, setTried] = useState(false);
  const { unread, report } = useUnreadFields();
  const test = useMutation(testModelMutation());
  const save = useMutation({
    ...saveModelMutation(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["models"] });
      onDone();
    },
  });
  const { model, faults } = fromDraft(draft);
  const change = (part: Partial<ModelDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    test.reset();
  };
  const whenRight = (act: (right: Model) => void) => () => {
    setTried(true);
    if (model !== null && unread.length === 0) act(model);
  };
  const part: PartProps = { draft, faults: isTried ? faults : {}, onChange: change };
  const error = save.error ?? test.error;
  return (
    <form
      className="flex min-h-0 grow flex-col"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        whenRight((right) => save.mutate({ model: right, before: before?.id ?? null }))();
      }}
    >
      <div className="min-h-0 grow overflow-y-auto">
        <FormSection title="Kind" about={list.providers.find(({ id }) => id === draft.provider)?.description ?? ""}>
          <Select
            label="Kind of provider"
            className="w-full justify-between"
            value={draft.provider}
            choices={list.providers.map(({ id, title, description }) => ({ value: id, label: title, detail: description }))}
            onChange={(value) => change({ provider: providerNameSchema.parse(value) })}
          />
        </FormSection>
        <UnreadFields report={report}>
          {takesConnection(draft.provider) ? <ConnectionPart {...part} keys={list.keys} /> : <StandInPart {...part} />}
          <AboutPart {...part} isNew={before === null} />
          {takesConnection(draft.provider) ? <CostPart {...part} /> : null}
        </UnreadFields>
      </div>
      <div className="flex flex-wrap items-start gap-2 border-t border-line px-4 py-3">
        <div role="status" aria-label="Connection test" className="min-w-60 grow basis-0">
          {test.isPending ? <p className="text-soft">Asking for one word …</p> : null}
          {test.data === undefined ? null : <TestOutcome outcome={test.data} />}
          {error === null ? null : <p className="break-words text-bad">{error.message}</p>}
          {isTried && unread.length > 0 ? <p className="text-bad">{describeUnread(unread)}</p> : null}
          {isTried && model === null ? <p className="text-bad">Something above is missing or wrong.</p> : null}
        </div>
        <Button disabled={test.isPending} onClick={whenRight((right) => test.mutate(right))}>
          Test connection
        </Button>
        <Button look="main" type="submit" disabled={save.isPending}>
          {before === null ? "Add model" : "Save"}
        </Button>
      </div>
    </form>
  );
}
