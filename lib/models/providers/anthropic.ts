import { createAnthropic } from "@ai-sdk/anthropic";
import type { ProviderDefinition } from "../provider";
import { readKey } from "../read-key";
import { streamAnswer } from "../stream-answer";

export const anthropic: ProviderDefinition<"anthropic"> = {
  id: "anthropic",
  title: "Anthropic",
  description: "Anthropic's messages API.",
  isStandIn: false,
  create: (model, { fetch, environment }) => ({
    answer: async (request) => {
      // A key is always given, so that the SDK does not look for one in a variable that the model does not name.
      const apiKey = readKey(model.keyVariable, environment) ?? "none";
      const endpoint = createAnthropic({ apiKey, fetch, baseURL: model.baseUrl ?? "https://api.anthropic.com/v1" });
      return streamAnswer({ model: endpoint(model.modelName), request });
    },
  }),
};
