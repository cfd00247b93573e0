import { describe, expect, test } from "vitest";
import { modelSchema } from "./schema";

describe("a model's definition", () => {
  const base = { provider: "openai-chat", id: "m", title: "M", modelName: "m", baseUrl: "https://example.org/v1" };
  test("names only variables that hold a key, never another secret", () => {
    expect(modelSchema.safeParse({ ...base, keyVariable: "OPENAI_API_KEY" }).success).toBe(true);
    for (const keyVariable of ["DATABASE_URL", "PATH", "sk-1234567890", "HOME"]) {
      expect(modelSchema.safeParse({ ...base, keyVariable }).success).toBe(false);
    }
  });
  test("does not carry a key in its address", () => {
    expect(modelSchema.safeParse({ ...base, baseUrl: "https://user:secret@example.org/v1" }).success).toBe(false);
    for (const baseUrl of ["file:///etc/passwd", "127.0.0.1:8000", "nonsense", ""]) {
      expect(modelSchema.safeParse({ ...base, baseUrl }).success).toBe(false);
    }
  });
});
