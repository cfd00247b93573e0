/**
 * `npm run setup`: installs and builds what is missing; can be repeated. Plain JavaScript for Node 20, because it runs before anything is
 * installed. `--tests` also brings a browser.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** A step that could not be done; its message says what to do. */
export class SetupError extends Error {}

function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Runs a command with its output shown; throws a SetupError that names it when it fails. */
export function run(command, args, options = {}) {
  const { advice = "", ...rest } = options;
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...rest });
  if (result.status !== 0) {
    const why = result.error ? result.error.message : `it ended with ${result.signal ?? `code ${result.status}`}`;
    throw new SetupError(`${[command, ...args].join(" ")} failed: ${why}. ${advice}`.trim());
  }
}

function answers(command, args) {
  const result = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  return result.status === 0 ? result.stdout.trim() : null;
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

/** Does `work` unless `folder`, which the work makes, says that it was done for the same key. */
export function once(folder, key, work) {
  const stamp = path.join(root, folder, ".polytrace-stamp");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === key) return;
  work();
  writeFileSync(stamp, key);
}

function installPackages() {
  const key = hashOf(["package.json", "package-lock.json"]);
  once("node_modules", key, () => {
    say("▸ npm packages (about a minute the first time)");
    const advice = "Check the connection to the npm registry, then run the same command again.";
    // Not `npm ci`: newer ones refuse a lock file that lacks the binaries of other systems, which some registries do not carry.
    run("npm", ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { advice });
  });
  if (!existsSync(path.join(root, "node_modules/.bin/node"))) {
    throw new SetupError(
      "Node 24 did not arrive with the packages (install scripts are switched off). Run: npm rebuild node esbuild",
    );
  }
}

/** Debian packages that are missing for recording; empty when all is there. */
export function missingSystemPackages() {
  const python = pythonCommand();
  const missing = [];
  if (answers("cc", ["--version"]) === null) missing.push("gcc", "libc6-dev");
  if (answers(python, ["--version"]) === null) missing.push("python3", "python3-dev");
  else {
    const probe = "import os, sysconfig; print(os.path.exists(os.path.join(sysconfig.get_path('include'), 'Python.h')))";
    if (answers(python, ["-c", probe]) !== "True") missing.push("python3-dev");
  }
  return missing;
}

/** The interpreter that records programs: the one named, Debian's, or the first on the PATH. */
export function pythonCommand() {
  if (process.env.POLYTRACE_PYTHON) return process.env.POLYTRACE_PYTHON;
  return existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
}

/** Installs Debian packages when this user may; otherwise says the exact command. Returns whether they are there now. */
function installSystemPackages(packages, purpose) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  const mayInstall = process.getuid?.() === 0 && answers("apt-get", ["--version"]) !== null;
  if (!mayInstall) {
    say(`! ${purpose} needs packages that are not here. Run: sudo ${command}`);
    return false;
  }
  say(`▸ ${purpose}: ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet = { cwd: root, stdio: ["ignore", "ignore", "inherit"], env };
  spawnSync("apt-get", ["update", "-qq"], quiet);
  const [program, ...args] = command.split(" ");
  const done = spawnSync(program, [...args, "-qq"], quiet).status === 0;
  if (!done) say(`! ${purpose}: the packages could not be installed. Run: sudo ${command}`);
  return done;
}

function buildRecorder() {
  const missing = missingSystemPackages();
  if (missing.length > 0 && !installSystemPackages(missing, "Recording programs")) {
    say("! The server will start, but refuses to run programs until then.");
    return;
  }
  const built = spawnSync(pythonCommand(), ["tracer/build.py"], { cwd: root, stdio: "inherit" });
  if (built.status !== 0)
    say("! The recorder was not built (see above). The server will start, but refuses to run programs until then.");
}

function generateDatabaseClient() {
  once("lib/database/generated", hashOf(["prisma/schema.prisma", "package-lock.json"]), () => {
    say("▸ database client");
    // Any executable will do: `generate` only checks that the engine, which it does not use, exists.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
    run(path.join(root, "node_modules/.bin/prisma"), ["generate", "--no-hints"], { env, stdio: ["ignore", "ignore", "inherit"] });
  });
}

/** A Chromium that tests can start: Playwright's own, or Debian's; null when there is none. */
export async function findBrowser() {
  const { chromium } = await import(pathToFileURL(path.join(root, "node_modules/@playwright/test/index.mjs")).href);
  const candidates = [process.env.POLYTRACE_CHROMIUM, chromium.executablePath(), "/usr/bin/chromium", "/usr/bin/google-chrome"];
  return candidates.find((file) => file && existsSync(file)) ?? null;
}

async function installBrowser() {
  if ((await findBrowser()) !== null) return;
  if (installSystemPackages(["chromium"], "Browser tests") && (await findBrowser()) !== null) return;
  say("▸ Playwright's own browser");
  run(path.join(root, "node_modules/.bin/playwright"), ["install", "chromium"], {
    advice: "Install a Chromium and name it in POLYTRACE_CHROMIUM, then run the same command again.",
  });
}

/** The whole set-up. */
export async function setup({ tests }) {
  installPackages();
  buildRecorder();
  generateDatabaseClient();
  if (tests) await installBrowser();
}

/** Runs a script's main function; a SetupError ends it with its sentence instead of a stack. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`\n✗ ${error.message}\n`);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => setup({ tests: process.argv.includes("--tests") }));
  say("✓ Set up. Start it with: npm start");
}
