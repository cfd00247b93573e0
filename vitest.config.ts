import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{app,components,lib,scripts,testing}/**/*.test.{ts,tsx}", "*.test.ts"],
    env: { TZ: "Pacific/Chatham" },
    restoreMocks: true,
    // Some files mostly wait (for killed workers to be missed, for warm interpreters): more of them than cores run at once.
    maxWorkers: 3,
    // Many wait for interpreters and databases, on machines of any speed; how fast something is, is for bench/ to say.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
