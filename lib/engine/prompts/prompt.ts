import { z } from "zod";

export const promptSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("chat"),
    messages: z.array(z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string() })).min(1),
  }),
  /** For base models: continued as it stands until one of the stop texts. */
  z.object({ kind: z.literal("completion"), text: z.string(), stop: z.array(z.string()).max(4) }),
]);
/** What is sent to a model, exactly. */
export type Prompt = z.infer<typeof promptSchema>;

/** The prompt as one text, for counting tokens and for showing. */
export function promptText(prompt: Prompt): string {
  return prompt.kind === "completion" ? prompt.text : prompt.messages.map(({ content }) => content).join("\n\n");
}
