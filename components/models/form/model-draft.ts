import { type Model, modelSchema, type ProviderName } from "@/lib/models/schema";

/** A model as its form holds it: every field of every provider, so that changing the provider loses nothing. */
export type ModelDraft = {
  readonly provider: ProviderName;
  readonly id: string;
  readonly title: string;
  readonly modelName: string;
  readonly baseUrl: string;
  readonly keyVariable: string;
  readonly logprobs: boolean;
  readonly source: string;
  readonly seed: number;
  readonly mistakeShare: number;
  readonly mendShare: number;
  readonly inputPerMillionUsd: number | null;
  readonly outputPerMillionUsd: number | null;
  readonly contextTokens: number | null;
  readonly tokenizer: Model["tokenizer"];
  readonly fineTunedFrom: string;
  readonly fineTunedWith: string;
  readonly notes: string;
  readonly concurrency: number;
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
  readonly timeoutSeconds: number;
};

export const emptyDraft: ModelDraft = {
  provider: "openai-chat",
  id: "",
  title: "",
  modelName: "",
  baseUrl: "",
  keyVariable: "",
  logprobs: false,
  source: "",
  seed: 1,
  mistakeShare: 0.6,
  mendShare: 0.4,
  inputPerMillionUsd: null,
  outputPerMillionUsd: null,
  contextTokens: null,
  tokenizer: "o200k_base",
  fineTunedFrom: "",
  fineTunedWith: "",
  notes: "",
  concurrency: 8,
  requestsPerMinute: null,
  tokensPerMinute: null,
  timeoutSeconds: 300,
};

/** The form's fields for a model that is set up. */
export function toDraft(model: Model): ModelDraft {
  const { price, fineTuned, limits, ...rest } = model;
  const remote = "modelName" in rest ? { ...rest, baseUrl: rest.baseUrl ?? "", keyVariable: rest.keyVariable ?? "" } : rest;
  return {
    ...emptyDraft,
    ...remote,
    inputPerMillionUsd: price?.inputPerMillionUsd ?? null,
    outputPerMillionUsd: price?.outputPerMillionUsd ?? null,
    fineTunedFrom: fineTuned?.from ?? "",
    fineTunedWith: fineTuned?.with ?? "",
    concurrency: limits.concurrency,
    requestsPerMinute: limits.requestsPerMinute,
    tokensPerMinute: limits.tokensPerMinute,
    timeoutSeconds: limits.timeoutMs / 1000,
  };
}

export type DraftOutcome = {
  readonly model: Model | null;
  /** By the field's name in the form: what is wrong with it. */
  readonly faults: Readonly<Record<string, string>>;
};

/** The model that a form describes, or what is wrong with which field. */
export function fromDraft(draft: ModelDraft): DraftOutcome {
  const parsed = modelSchema.safeParse(toInput(draft));
  const missing = missingFields(draft);
  if (parsed.success && Object.keys(missing).length === 0) return { model: parsed.data, faults: {} };
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [fieldOf(path), message] as const);
  return { model: null, faults: { ...Object.fromEntries(faults), ...missing } };
}

function toInput(draft: ModelDraft): unknown {
  const { inputPerMillionUsd, outputPerMillionUsd, fineTunedFrom, fineTunedWith, timeoutSeconds, ...rest } = draft;
  const { concurrency, requestsPerMinute, tokensPerMinute } = draft;
  return {
    ...rest,
    title: draft.title.trim(),
    id: draft.id.trim(),
    modelName: draft.modelName.trim(),
    baseUrl: draft.baseUrl.trim() === "" ? null : draft.baseUrl.trim(),
    keyVariable: draft.keyVariable.trim() === "" ? null : draft.keyVariable.trim(),
    price: inputPerMillionUsd === null && outputPerMillionUsd === null ? null : { inputPerMillionUsd, outputPerMillionUsd },
    fineTuned: fineTunedFrom.trim() === "" && fineTunedWith.trim() === "" ? null : { from: fineTunedFrom, with: fineTunedWith },
    limits: { concurrency, requestsPerMinute, tokensPerMinute, timeoutMs: Math.round(timeoutSeconds * 1000) },
  };
}

/** Sentences for what is left empty, in place of the schema's words about lengths. */
function missingFields(draft: ModelDraft): Record<string, string> {
  const isRemote = takesConnection(draft.provider);
  const needed: readonly (readonly [keyof ModelDraft, boolean, string])[] = [
    ["title", true, "Give it a name for tables and charts."],
    ["id", true, "Give it an id for specifications."],
    ["modelName", isRemote, "Write the model's name as the endpoint knows it."],
    ["baseUrl", draft.provider.startsWith("openai"), "Write the endpoint's address; for most servers it ends in /v1."],
    ["source", draft.provider === "replay", "Choose whose answers to give again."],
    ["fineTunedFrom", draft.fineTunedWith.trim() !== "", "Say which model it was fine-tuned from."],
    ["fineTunedWith", draft.fineTunedFrom.trim() !== "", "Say what it was fine-tuned with."],
    ["inputPerMillionUsd", draft.outputPerMillionUsd !== null, "Both prices are needed."],
    ["outputPerMillionUsd", draft.inputPerMillionUsd !== null, "Both prices are needed."],
  ];
  const empty = needed.filter(([field, isNeeded]) => isNeeded && String(draft[field] ?? "").trim() === "");
  return Object.fromEntries(empty.map(([field, , sentence]) => [field, sentence]));
}

export function takesConnection(provider: ProviderName): boolean {
  return provider !== "replay" && provider !== "reference" && provider !== "mutant";
}

function fieldOf(path: readonly PropertyKey[]): string {
  const [first, second] = path.map(String);
  if (first === "fineTuned") return second === "with" ? "fineTunedWith" : "fineTunedFrom";
  if (first === "price" || first === "limits") return second === "timeoutMs" ? "timeoutSeconds" : (second ?? first);
  return first ?? "";
}

/** An id made of a title: small letters, digits and dashes. */
export function idFromTitle(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9._]+/g, "-")
    .replaceAll(/^[^a-z0-9]+/g, "")
    .slice(0, 60)
    .replaceAll(/[^a-z0-9]+$/g, "");
}
