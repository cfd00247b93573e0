/**
 * Finds the published facts of bench/judge-facts.ts again, each by one `polytrace judge` command, and says what differs.
 * Run: npx tsx bench/facts.ts [words of a fact's name]. Needs ../shared/data; all of it takes about ten minutes on a quiet machine.
 */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { type Fact, facts } from "./judge-facts";

const ROOT = path.resolve(import.meta.dirname, "..");
const FOLDER = path.resolve(ROOT, "../shared/data");
const builtIn = ["reference", "buggy", "return-none"];

/** The option values that are paths stand in the folder with the data. */
function located(options: readonly string[]): string[] {
  return options.map((word, index) => {
    const isPath = ["--benchmark", "--samples"].includes(options[index - 1] ?? "") && !builtIn.includes(word);
    return isPath ? path.join(FOLDER, word) : word;
  });
}

async function judge({ options }: Fact) {
  const { stdout } = await promisify(execFile)(
    "npm",
    ["run", "--silent", "polytrace", "--", "judge", ...located(options)],
    // Not every sample of a published file can be judged; the report says so and the exit code is 1.
    { cwd: ROOT, maxBuffer: 2 ** 28 },
  ).catch((error: unknown) => ({ stdout: error instanceof Error && "stdout" in error ? String(error.stdout) : "" }));
  return JSON.parse(stdout);
}

function differences(fact: Fact, report: Awaited<ReturnType<typeof judge>>): string[] {
  const found: [string, unknown, unknown][] = [
    ["samples", fact.samples, report.samples],
    ["passed", fact.passed, report.verdicts.passed],
    ...Object.entries(fact.passAtK ?? {}).map(([k, rate]): [string, unknown, unknown] => [
      `pass@${k}`,
      rate,
      Math.round(report.passAtK[k] * 1e4) / 1e4,
    ]),
    ...(fact.agreement === undefined
      ? []
      : ([
          [
            "same verdicts",
            `${fact.agreement.same}/${fact.agreement.compared}`,
            `${report.agreement?.same}/${report.agreement?.compared}`,
          ],
        ] satisfies [string, unknown, unknown][])),
  ];
  return found
    .filter(([, expected, actual]) => expected !== actual)
    .map(([what, expected, actual]) => `${what} ${actual}, expected ${expected}`);
}

const wanted = process.argv.slice(2).join(" ").toLowerCase();
let failures = 0;
for (const fact of facts.filter(({ name }) => name.toLowerCase().includes(wanted))) {
  const report = await judge(fact);
  const different = differences(fact, report);
  failures += different.length === 0 ? 0 : 1;
  const said = different.length === 0 ? "as known" : different.join("; ");
  console.log(`${fact.name}: ${report.verdicts.passed}/${report.samples} in ${report.seconds} s — ${said}`);
}
process.exitCode = failures === 0 ? 0 : 1;
