"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ModelList } from "@/lib/models/api-schema";
import { modelsQuery } from "@/lib/models/queries";
import type { Model, ProviderName } from "@/lib/models/schema";
import { ModelForm } from "./form/model-form";
import { ModelTable } from "./list/model-table";
import { StandInList } from "./list/stand-in-list";

/** The model that is changed, or null for a new one of a kind. */
type Opened = { readonly model: Model | null; readonly provider: ProviderName };

/** The models that are set up here, and what stands in for one. */
export function ModelsPage({ first }: { first: ModelList }) {
  const { data: list, error } = useQuery({ ...modelsQuery(), initialData: first, staleTime: 0 });
  const [open, setOpen] = useState<Opened | null>(null);
  const standIns = new Set(list.providers.filter(({ isStandIn }) => isStandIn).map(({ id }) => id));
  const edit = (model: Model) => setOpen({ model, provider: model.provider });
  const models = list.models.filter(({ provider }) => !standIns.has(provider));
  return (
    <div className="mx-auto w-full max-w-[1280px] px-6 pt-5 pb-16 max-sm:px-3">
      <div className="flex items-start gap-4">
        <div className="min-w-0 grow">
          <h1 className="text-xl font-semibold tracking-tight">Models</h1>
          <p className="mt-1 max-w-180 text-soft">
            Who is asked. A key is never stored: a model names the environment variable that holds it where Polytrace runs.
          </p>
        </div>
        <Button look="main" onClick={() => setOpen({ model: null, provider: "openai-chat" })}>
          <Plus size={14} aria-hidden />
          Add a model
        </Button>
      </div>
      {error === null ? null : (
        <p role="alert" className="mt-3 rounded-md bg-bad-soft px-3 py-2 text-bad">
          {error.message}
        </p>
      )}
      <div className="mt-4">
        {models.length === 0 ? <NoModels /> : <ModelTable label="Models" models={models} list={list} onEdit={edit} />}
      </div>
      <StandInList
        models={list.models.filter(({ provider }) => standIns.has(provider))}
        list={list}
        onEdit={edit}
        onReplay={() => setOpen({ model: null, provider: "replay" })}
      />
      <Dialog
        open={open !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setOpen(null))}
        title={titleOf(open)}
        width="wide"
      >
        {open === null ? null : <ModelForm list={list} {...open} onDone={() => setOpen(null)} />}
      </Dialog>
    </div>
  );
}

function titleOf(open: Opened | null): string {
  if (open === null || open.model === null) return open?.provider === "replay" ? "Replay imported answers" : "Add a model";
  return `Change ${open.model.title}`;
}

function NoModels() {
  return (
    <div className="rounded-lg border border-line bg-surface px-4 py-6">
      <p className="font-semibold">No model is set up yet.</p>
      <p className="mt-1 max-w-160 text-soft">
        Add any endpoint that speaks OpenAI&apos;s protocol (vLLM, SGLang, Ollama, OpenRouter, OpenAI), Anthropic or Google, and
        test its connection before you save it. Until then the stand-ins below rehearse an experiment for free.
      </p>
    </div>
  );
}
