import os from "node:os";
import type { ProcessFigures } from "./process-figures";
import type { Timing } from "./time-requests";
import type { PageFigures } from "./watch-page";

export type Round = {
  readonly problems: number;
  /** One-minute load when the round began. */
  readonly load: number;
  readonly samples: number;
  /** Null where the samples were there already. */
  readonly imported: {
    readonly bytes: number;
    readonly seconds: number;
    /** Processor seconds and most memory of the importing process, and processor seconds of the database for it. */
    readonly ownCpu: number;
    readonly ownMb: number;
    readonly databaseCpu: number;
  } | null;
  readonly requests: readonly Timing[];
  readonly page: PageFigures;
  readonly processes: readonly ProcessFigures[];
};

const SERVER_GOAL_MS = 150;
const INTERACTION_GOAL_MS = 100;

/** The figures of all rounds as Markdown: what was measured, beside its goal. */
export function writeTable(rounds: readonly Round[]): string {
  const sizes = rounds.map(({ samples }) => samples.toLocaleString("en"));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  const head = (title: string) => line([title, ...sizes, "goal"]) + line(["---", ...sizes.map(() => "---:"), "---:"]);
  const row = (title: string, goal: string, cell: (round: Round) => string) => line([title, ...rounds.map(cell), goal]);
  const memory = (name: string) => (round: Round) =>
    `${round.processes.reduce((sum, each) => (each.name === name ? sum + each.residentMb : sum), 0).toFixed(0)} MB`;
  const whats = rounds[0]?.requests.map(({ what }) => what) ?? [];
  const acts = rounds[0]?.page.interactions.map(({ what }) => what) ?? [];
  return [
    `${os.cpus().length} cores (${os.cpus()[0]?.model ?? "unknown"}), Node ${process.version}. `,
    `Load when each size began: ${rounds.map(({ load }) => load.toFixed(1)).join(", ")}.\n\n`,
    head("Import"),
    row(
      "files, MB",
      "",
      importing(({ bytes }) => (bytes / 1e6).toFixed(1)),
    ),
    row(
      "MB/s",
      "≥ 30",
      importing(({ bytes, seconds }) => (bytes / 1e6 / seconds).toFixed(1)),
    ),
    row(
      "MB per processor second, reading",
      "≥ 30",
      importing(({ bytes, ownCpu }) => (bytes / 1e6 / ownCpu).toFixed(1)),
    ),
    row(
      "MB per processor second, database",
      "≥ 30",
      importing(({ bytes, databaseCpu }) => (bytes / 1e6 / databaseCpu).toFixed(1)),
    ),
    row(
      "most memory of the importing process",
      "flat",
      importing(({ ownMb }) => `${ownMb.toFixed(0)} MB`),
    ),
    `\n${head("Server, p50 / p95 in ms (first time; processor ms per request)")}`,
    ...whats.map((what) => row(what, `≤ ${SERVER_GOAL_MS}`, (round) => timing(round, what))),
    `\n${head("Page in Chromium")}`,
    row("first paint, ms", "≤ 1,500", ({ page }) => page.firstPaint.toFixed(0)),
    row("largest paint, ms", "", ({ page }) => page.largestPaint.toFixed(0)),
    row("JavaScript of the page, kB as sent", "≤ 180", ({ page }) => (page.scriptBytes / 1e3).toFixed(0)),
    ...acts.map((what) => row(`${what}: to next frame, ms (to data)`, `≤ ${INTERACTION_GOAL_MS}`, (round) => act(round, what))),
    row("longest gap between frames while scrolling, ms", `≤ ${INTERACTION_GOAL_MS}`, ({ page }) =>
      page.longestScrollGap.toFixed(0),
    ),
    row("script memory of the page", "flat", ({ page }) => `${page.heapMb.toFixed(0)} MB`),
    `\n${head("Memory afterwards")}`,
    ...["pages", "worker", "database"].map((name) => row(name, "flat", memory(name))),
  ].join("");
}

function importing(cell: (imported: NonNullable<Round["imported"]>) => string) {
  return ({ imported }: Round) => (imported === null ? "—" : cell(imported));
}

function timing({ requests }: Round, what: string): string {
  const found = requests.find((each) => each.what === what);
  return found === undefined
    ? "—"
    : `${found.p50.toFixed(0)} / ${found.p95.toFixed(0)} (${found.first.toFixed(0)}; ${found.cpu.toFixed(0)})`;
}

function act({ page }: Round, what: string): string {
  const found = page.interactions.find((each) => each.what === what);
  if (found === undefined) return "—";
  return found.toData === null ? found.toFrame.toFixed(0) : `${found.toFrame.toFixed(0)} (${found.toData.toFixed(0)})`;
}
