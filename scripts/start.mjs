/** `npm start`: sets up what is missing, builds if the sources changed, and serves until it is stopped. */
import { spawn } from "node:child_process";
import path from "node:path";
import { build } from "./build.mjs";
import { main, root, setup } from "./setup.mjs";

await main(async () => {
  await setup({ tests: false });
  build();
  const node = path.join(root, "node_modules/.bin/node");
  const server = spawn(node, ["--import", "tsx", "scripts/serve.ts"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 1));
});
