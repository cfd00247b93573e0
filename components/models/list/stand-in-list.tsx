import { Button } from "@/components/ui/button";
import type { ModelList } from "@/lib/models/api-schema";
import type { Model } from "@/lib/models/schema";
import { ModelMenu } from "./model-menu";

type Props = { models: readonly Model[]; list: ModelList; onEdit: (model: Model) => void; onReplay: () => void };

/** What answers in a model's place, plainly named as none. */
export function StandInList({ models, list, onEdit, onReplay }: Props) {
  return (
    <section aria-labelledby="stand-ins" className="mt-10">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-60 grow basis-0">
          <h2 id="stand-ins" className="text-lg font-semibold">
            Stand-ins, which are no models
          </h2>
          <p className="mt-1 max-w-180 text-soft">
            They rehearse an experiment from end to end without a model, a key or a cost. What comes of them says nothing about
            any model.
          </p>
        </div>
        <Button onClick={onReplay}>Replay imported answers</Button>
      </div>
      <ul className="mt-3 border-t border-line">
        {models.map((model) => (
          <li key={model.id} className="flex items-start gap-4 border-b border-line py-1.5">
            <div className="grid min-w-0 grow gap-x-6 sm:grid-cols-[240px_1fr]">
              <p className="min-w-0">
                <span className="block font-medium break-words">{model.title}</span>
                <code className="block truncate text-soft">{model.id}</code>
              </p>
              <p className="min-w-0 break-words text-soft">
                {model.notes === "" ? list.providers.find(({ id }) => id === model.provider)?.description : model.notes}
              </p>
            </div>
            <ModelMenu model={model} onEdit={() => onEdit(model)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
