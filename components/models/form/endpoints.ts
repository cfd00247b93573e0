import type { ModelDraft } from "./model-draft";

type Endpoint = { readonly title: string; readonly fields: Partial<ModelDraft> };

/** Endpoints that many have, with what is the same for everybody who uses them. */
export const endpoints: readonly Endpoint[] = [
  {
    title: "vLLM or SGLang here",
    fields: { provider: "openai-chat", baseUrl: "http://127.0.0.1:8000/v1", keyVariable: "" },
  },
  { title: "Ollama here", fields: { provider: "openai-chat", baseUrl: "http://127.0.0.1:11434/v1", keyVariable: "" } },
  {
    title: "OpenAI",
    fields: { provider: "openai-chat", baseUrl: "https://api.openai.com/v1", keyVariable: "OPENAI_API_KEY" },
  },
  {
    title: "OpenRouter",
    fields: { provider: "openai-chat", baseUrl: "https://openrouter.ai/api/v1", keyVariable: "OPENROUTER_API_KEY" },
  },
  { title: "Anthropic", fields: { provider: "anthropic", baseUrl: "", keyVariable: "ANTHROPIC_API_KEY" } },
  { title: "Google", fields: { provider: "google", baseUrl: "", keyVariable: "GEMINI_API_KEY" } },
];
