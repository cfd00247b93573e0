import { readEnvironment } from "@/lib/environment/read-environment";
import { maximumLimits, serverDefaults } from "@/lib/recordings/resolve-limits";
import { getRunnerPool } from "@/lib/recordings/runner-pool";
import { RECORDING_FORMAT_VERSION } from "@/lib/recordings/schema";
import type { RunnerHealth } from "@/lib/runner/runner-pool";
import packageFile from "@/package.json" with { type: "json" };
import { isDatabaseReachable } from "./data";
import type { Health } from "./schema";

const noRunner: Omit<RunnerHealth, "missing"> = {
  tier: "refuse",
  landlockAbi: 0,
  features: {},
  workers: 0,
  busy: 0,
  queued: 0,
  pythonVersion: "",
  recorderVersion: "",
};

async function readRunner(): Promise<RunnerHealth> {
  try {
    return (await getRunnerPool()).health();
  } catch (error) {
    return { ...noRunner, missing: [error instanceof Error ? error.message : String(error)] };
  }
}

/** What every page says on top while programs are not run, or run without protection; null when all is well. */
function bannerOf({ tier, missing }: RunnerHealth): string | null {
  if (tier === "none")
    return "Programs run WITHOUT a jail (POLYTRACE_JAIL=none): they can read and change everything this server can.";
  if (tier === "refuse") return `This server does not run programs: ${missing.join("; ")}`;
  return null;
}

/** What this server is made of and how it fares. */
export async function describeHealth(): Promise<Health> {
  const environment = readEnvironment(process.env);
  const [runner, reachable] = await Promise.all([readRunner(), isDatabaseReachable()]);
  const { tier, landlockAbi, features, missing, workers, busy, queued, pythonVersion, recorderVersion } = runner;
  const refused = tier === "refuse";
  const maximum = maximumLimits(environment.maximumLimits);
  return {
    status: !reachable ? "down" : refused ? "refusing" : "ok",
    banner: bannerOf(runner),
    versions: {
      polytrace: packageFile.version,
      recordingFormat: RECORDING_FORMAT_VERSION,
      recorder: recorderVersion || null,
      python: pythonVersion || null,
      node: process.version,
    },
    jail: {
      tier: refused ? "refused" : tier,
      landlockAbi: landlockAbi > 0 ? landlockAbi : null,
      features: Object.keys(features).filter((name) => features[name]),
      missing: [...missing],
    },
    queue: { workers, busy, queued, limit: environment.queueLimit, limitPerClient: environment.queueLimitPerClient },
    limits: { default: serverDefaults(maximum), maximum },
    database: { kind: environment.databaseUrl === undefined ? "embedded" : "server", reachable },
    recordingDays: environment.recordingDays,
  };
}
