import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { ProviderDefinition } from "../provider";
import { readKey } from "../read-key";
import { streamAnswer } from "../stream-answer";

export const openaiChat: ProviderDefinition<"openai-chat"> = {
  id: "openai-chat",
  title: "OpenAI-compatible chat",
  description: "Any endpoint that speaks /v1/chat/completions: OpenAI, vLLM, SGLang, Ollama, OpenRouter and others.",
  isStandIn: false,
  create: (model, { fetch, environment }) => ({
    answer: async (request) => {
      const apiKey = readKey(model.keyVariable, environment);
      const endpoint = createOpenAICompatible({ name: "endpoint", baseURL: model.baseUrl, apiKey, fetch, includeUsage: true });
      const providerOptions = model.logprobs ? { endpoint: { logprobs: true } } : undefined;
      return streamAnswer({ model: endpoint.chatModel(model.modelName), request, providerOptions });
    },
  }),
};
