import { expect, test } from "vitest";
import { requireKeyPermission } from "./require-key-permission";

test("a server of this machine alone may use any key, one that others reach only the named ones", () => {
  expect(() => requireKeyPermission("OPENAI_API_KEY", { host: "127.0.0.1", modelKeys: [] })).not.toThrow();
  expect(() => requireKeyPermission(null, { host: "0.0.0.0", modelKeys: [] })).not.toThrow();
  expect(() => requireKeyPermission("OPENAI_API_KEY", { host: "0.0.0.0", modelKeys: ["OPENAI_API_KEY"] })).not.toThrow();
  expect(() => requireKeyPermission("OPENAI_API_KEY", { host: "0.0.0.0", modelKeys: ["OTHER_KEY"] })).toThrow(
    /POLYTRACE_MODEL_KEYS; OPENAI_API_KEY/,
  );
});
