import type { ProviderError } from "./provider-error";
import type { Model } from "./schema";

export type Trouble = { readonly message: string; readonly hint: string | null };

const paths: Readonly<Partial<Record<Model["provider"], string>>> = {
  "openai-chat": "/chat/completions",
  "openai-completion": "/completions",
  anthropic: "/messages",
};

/** Why a model did not answer when it was tried, and what to look at. Pure. */
export function describeTrouble(model: Model, error: ProviderError): Trouble {
  if (!("modelName" in model)) return { message: error.message, hint: null };
  const status = /^(\d{3}): /.exec(error.message)?.[1] ?? null;
  const own = status === null ? error.message : error.message.slice(5);
  switch (error.kind) {
    case "refused-key":
      return {
        message: `The endpoint refused the key (${status}): ${own}`,
        hint:
          model.keyVariable === null
            ? "No key was sent. Name the environment variable that holds one."
            : `Check the value of ${model.keyVariable} where this server was started, and that the key may use this model.`,
      };
    case "missing-key":
      return { message: own, hint: "Set it where Polytrace is started, and start it again." };
    case "bad-request":
      return status === "404"
        ? describeNotFound(model, own)
        : { message: `The endpoint refused the request (${status}): ${own}`, hint: null };
    case "network":
      return { message: own, hint: hintOnNetwork(model, own) };
    case "malformed":
      return {
        message: own,
        hint: `Something answers at ${addressOf(model)}, but not in this protocol. Check the base URL and the kind of provider.`,
      };
    case "rate-limit":
      return {
        message: `The endpoint answers, but too many requests reach it (${status}): ${own}`,
        hint: "Try again in a while.",
      };
    case "server":
      return { message: `The endpoint failed${status === null ? "" : ` (${status})`}: ${own}`, hint: "Its own log says why." };
    case "timeout":
    case "missing-answer":
      return { message: own, hint: null };
  }
}

type Remote = Extract<Model, { modelName: string }>;

function addressOf(model: Remote): string {
  const path = paths[model.provider];
  return model.baseUrl === null ? "the provider's own address" : `${model.baseUrl.replace(/\/$/, "")}${path ?? ""}`;
}

function describeNotFound(model: Remote, own: string): Trouble {
  if (/model/i.test(own))
    return {
      message: `The endpoint has no model "${model.modelName}" (404): ${own}`,
      hint: "Check the model's name as the endpoint writes it.",
    };
  return {
    message: `There is nothing at ${addressOf(model)} (404): ${own}`,
    hint: "Check the base URL; for most servers it ends in /v1.",
  };
}

function hintOnNetwork(model: Remote, own: string): string {
  const host = model.baseUrl === null ? "the provider" : new URL(model.baseUrl).host;
  if (own.includes("ECONNREFUSED")) return `Nothing listens at ${host}. Is the server running, and reachable from this machine?`;
  if (/ENOTFOUND|EAI_AGAIN/.test(own)) return `The name ${host} is not known on this machine's network.`;
  if (own.includes("bad port"))
    return `No request was sent: port ${new URL(model.baseUrl ?? "").port} is one that HTTP clients refuse, as it is another protocol's. Serve at another port.`;
  if (/cut|ended without/.test(own)) return `${host} began to answer and broke off: look at its log, and at proxies in between.`;
  return `The connection to ${host} broke. Look at its log, and at proxies in between.`;
}
