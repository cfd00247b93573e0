import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{app,components,lib,scripts,testing}/**/*.test.{ts,tsx}", "*.test.ts"],
    env: { TZ: "Pacific/Chatham" },
    restoreMocks: true,
  },
});
