import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { Prompt } from "@/lib/engine/prompts/prompt";
import { promptText } from "@/lib/engine/prompts/prompt";
import type { ProviderDefinition } from "../provider";
import { readKey } from "../read-key";
import { streamAnswer } from "../stream-answer";

export const openaiCompletion: ProviderDefinition<"openai-completion"> = {
  id: "openai-completion",
  title: "OpenAI-compatible completion",
  description: "Base models behind /v1/completions: the prompt is continued as it stands.",
  isStandIn: false,
  create: (model, services) => ({
    answer: async (request) => {
      const apiKey = readKey(model.keyVariable, services.environment);
      const fetch = sendAsWritten(request.prompt, services.fetch);
      const endpoint = createOpenAICompatible({ name: "endpoint", baseURL: model.baseUrl, apiKey, fetch, includeUsage: true });
      const providerOptions = model.logprobs ? { endpoint: { logprobs: 1 } } : undefined;
      return streamAnswer({ model: endpoint.completionModel(model.modelName), request, providerOptions });
    },
  }),
};

/** The SDK turns messages into "user: … assistant:" with a stop text of its own; a base model must get the prompt itself. */
function sendAsWritten(prompt: Prompt, send: typeof fetch): typeof fetch {
  return (input, init) => {
    if (typeof init?.body !== "string") throw new TypeError("A completion request carries its body as text.");
    const stop = prompt.kind === "completion" && prompt.stop.length > 0 ? prompt.stop : undefined;
    return send(input, { ...init, body: JSON.stringify({ ...JSON.parse(init.body), prompt: promptText(prompt), stop }) });
  };
}
