import { createGoogleGenerativeAI } from "@ai-sdk/google";
import type { ProviderDefinition } from "../provider";
import { readKey } from "../read-key";
import { streamAnswer } from "../stream-answer";

export const google: ProviderDefinition<"google"> = {
  id: "google",
  title: "Google",
  description: "Google's generative language API.",
  isStandIn: false,
  create: (model, { fetch, environment }) => ({
    answer: async (request) => {
      // A key is always given, so that the SDK does not look for one in a variable that the model does not name.
      const apiKey = readKey(model.keyVariable, environment) ?? "none";
      const baseURL = model.baseUrl ?? "https://generativelanguage.googleapis.com/v1beta";
      return streamAnswer({ model: createGoogleGenerativeAI({ apiKey, fetch, baseURL })(model.modelName), request });
    },
  }),
};
