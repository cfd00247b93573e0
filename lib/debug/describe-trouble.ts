import { describeRunnerError } from "@/lib/http/describe-runner-error";
import { isAppError } from "@/lib/http/is-app-error";
import { ProviderError, type ProviderErrorKind } from "@/lib/models/provider-error";
import type { Model } from "@/lib/models/schema";
import type { RoundEvent } from "./schema";

type Failed = Extract<RoundEvent, { type: "failed" }>;

/** What stopped a round, with what to do about it; null for an error that nobody expects. Infrastructure trouble, never a wrong answer. */
export function describeTrouble(error: unknown, model: Model): Failed | null {
  if (error instanceof ProviderError) {
    const advice = adviceFor(error.kind, model);
    return { type: "failed", code: error.kind, message: error.message, advice };
  }
  const known = isAppError(error) ? error : describeRunnerError(error);
  if (known === null) return null;
  return { type: "failed", code: known.code, message: known.message, advice: runnerAdvice[known.code] ?? "Run the round again." };
}

const runnerAdvice: Readonly<Record<string, string>> = {
  queue_full: "Wait a moment, then run the round again.",
  client_limit: "Wait until your other runs are over, then run the round again.",
  jail_refused: "Set up the jail as the page's banner says; until then no program is run here.",
  infrastructure: "Run the round again; this says nothing about the program.",
};

function adviceFor(kind: ProviderErrorKind, model: Model): string {
  const address = "baseUrl" in model ? (model.baseUrl ?? "the provider's own address") : "its address";
  const variable = "keyVariable" in model && model.keyVariable !== null ? model.keyVariable : null;
  const key = variable === null ? "name the variable that holds its key on the Models page" : `check the key in ${variable}`;
  const advice: Record<ProviderErrorKind, string> = {
    "rate-limit": "The provider asks to wait. Run the round again in a while.",
    server: `The fault is the provider's (${address}). Run the round again; if it stays, look at that server's log.`,
    network: `Check that a server answers at ${address}, then run the round again. The Models page can test the connection.`,
    timeout: "Ask for fewer answer tokens, or raise the model's time limit on the Models page.",
    malformed: `What came from ${address} is not the protocol of this kind of model. Check its address and kind on the Models page.`,
    "refused-key": `The provider refused the request's key: ${key}, and restart the server after changing it.`,
    "bad-request": "The provider does not take this request: check the model's name, or ask for fewer tokens.",
    "missing-answer": "Choose another model, or a problem that this one can answer.",
    "missing-key": `Set ${variable ?? "the variable"} where this server runs and restart it.`,
  };
  return advice[kind];
}
