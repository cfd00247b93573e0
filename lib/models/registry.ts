import type { Provider, ProviderDefinition, ProviderServices } from "./provider";
import { anthropic } from "./providers/anthropic";
import { google } from "./providers/google";
import { mutant } from "./providers/mutant";
import { openaiChat } from "./providers/openai-chat";
import { openaiCompletion } from "./providers/openai-completion";
import { reference } from "./providers/reference";
import { replay } from "./providers/replay";
import type { Model } from "./schema";

const definitions = [openaiChat, openaiCompletion, anthropic, google, replay, reference, mutant] as const;

type ProviderDescription = Pick<ProviderDefinition, "id" | "title" | "description" | "isStandIn">;

/** All kinds of providers, stand-ins last. */
export function listProviders(): ProviderDescription[] {
  return definitions.map(({ id, title, description, isStandIn }) => ({ id, title, description, isStandIn }));
}

/** Whether the model is no model but a stand-in, which answers from the problem. */
export function isStandIn(model: Model): boolean {
  return definitions.some(({ id, isStandIn }) => id === model.provider && isStandIn);
}

/** The provider through which a model answers. */
export function createProvider(model: Model, services: ProviderServices): Provider {
  switch (model.provider) {
    case "openai-chat":
      return openaiChat.create(model, services);
    case "openai-completion":
      return openaiCompletion.create(model, services);
    case "anthropic":
      return anthropic.create(model, services);
    case "google":
      return google.create(model, services);
    case "replay":
      return replay.create(model, services);
    case "reference":
      return reference.create(model, services);
    case "mutant":
      return mutant.create(model, services);
  }
}
