import type { ProviderDefinition } from "../provider";
import { ProviderError } from "../provider-error";
import { standInAnswer } from "./reference";

export const replay: ProviderDefinition<"replay"> = {
  id: "replay",
  title: "Replay (not a model)",
  description:
    "Answers with generations that were imported before, chain by chain and round by round, to judge or show them again.",
  isStandIn: true,
  create: (model, { findImportedAnswer }) => ({
    answer: async ({ position, onText }) => {
      const text = await findImportedAnswer(model.source, position);
      if (text === null) {
        const where = `sample ${position.chain + 1}, round ${position.round}`;
        throw new ProviderError("missing-answer", `The import "${model.source}" holds no answer for this problem at ${where}.`);
      }
      onText?.(text);
      return standInAnswer(text);
    },
  }),
};
