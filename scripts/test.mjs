/** `npm test`: sets up what is missing and runs everything: style, types, unit, architecture, database, Python, browser. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { findBrowser, main, pythonCommand, root, setup } from "./setup.mjs";

const bin = (name) => path.join(root, "node_modules/.bin", name);
const reports = path.join(root, ".cache/reports");
const totals = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

function section(title, command, args, env = {}) {
  process.stdout.write(`\n━━ ${title}\n`);
  const started = Date.now();
  const withNode = {
    ...process.env,
    PATH: `${path.join(root, "node_modules/.bin")}:${process.env.PATH}`,
    NEXT_TELEMETRY_DISABLED: "1",
    ...env,
  };
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", env: withNode });
  if (result.status !== 0) broken.push(title);
  process.stdout.write(
    `━━ ${title}: ${result.status === 0 ? "ok" : "FAILED"}, ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
  );
}

function report(name) {
  const file = path.join(reports, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** Titles of Playwright's suites whose test failed first and passed then. */
function flakyTitles(suites) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky")).map(({ title }) => `${file}: ${title}`),
    ...flakyTitles(inner),
  ]);
}

function count(passed, failed, skipped) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
}

await main(async () => {
  await setup({ tests: true });
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  section("style", bin("biome"), ["check", "--error-on-warnings", "."]);
  section("page types", bin("next"), ["typegen"]);
  section("types", bin("tsc"), ["--noEmit"]);
  section("unit, architecture, database", bin("vitest"), [
    "run",
    "--reporter=default",
    "--reporter=json",
    "--outputFile.json=.cache/reports/vitest.json",
  ]);
  section("recorder and jail", pythonCommand(), ["tracer/tests/run.py", "--report", ".cache/reports/python.json"]);
  build();
  section("browser", bin("playwright"), ["test"], {
    POLYTRACE_CHROMIUM: (await findBrowser()) ?? "",
    PLAYWRIGHT_JSON_OUTPUT_NAME: ".cache/reports/playwright.json",
  });

  const vitest = report("vitest.json");
  if (vitest) count(vitest.numPassedTests, vitest.numFailedTests, vitest.numPendingTests + vitest.numTodoTests);
  const python = report("python.json");
  if (python) count(python.passed, python.failed, python.skipped);
  const browser = report("playwright.json");
  if (browser) count(browser.stats.expected + browser.stats.flaky, browser.stats.unexpected, browser.stats.skipped);
  for (const [name, found] of Object.entries({ vitest, python, browser })) if (!found) broken.push(`${name} wrote no report`);

  process.stdout.write(broken.length > 0 ? `\n✗ Failed: ${broken.join(", ")}\n` : "\n✓ All passed\n");
  for (const title of flakyTitles(browser?.suites ?? [])) process.stdout.write(`Passed only when played again: ${title}\n`);
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
  process.exit(broken.length > 0 ? 1 : 0);
});
