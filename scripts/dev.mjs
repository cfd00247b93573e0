/** `npm run dev`: like `npm start`, with pages rebuilt as their sources change. */
import { spawn } from "node:child_process";
import path from "node:path";
import { main, root, setup } from "./setup.mjs";

await main(async () => {
  await setup({ tests: false });
  const node = path.join(root, "node_modules/.bin/node");
  const server = spawn(node, ["--import", "tsx", "scripts/serve.ts", "--dev"], { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 1));
});
