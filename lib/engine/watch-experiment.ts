import { findState } from "@/lib/experiments/data";
import type { EngineServices } from "./services";
import { StopRequested } from "./stop-requested";

/** How old the known status may be; a pause takes hold within this. */
const STALE_MS = 300;

export type ExperimentWatch = {
  /** Throws a StopRequested when the experiment is not running any more. */
  readonly checkpoint: () => Promise<void>;
  /** Aborted as soon as it is seen that the experiment was cancelled: what is under way is given up. */
  readonly signal: AbortSignal;
};

/** Looks at an experiment's status, at most every 300 ms however many ask. */
export function watchExperiment(id: string, { now }: Pick<EngineServices, "now">): ExperimentWatch {
  const cancelled = new AbortController();
  let looked: { at: number; status: Promise<string | null> } | null = null;
  const look = () => {
    looked = { at: now(), status: findState(id).then((state) => state?.status ?? null) };
    return looked.status;
  };
  const checkpoint = async () => {
    const status = looked !== null && now() - looked.at < STALE_MS ? await looked.status : await look();
    if (status === "running") return;
    const stop = new StopRequested(`The experiment is ${status ?? "deleted"}.`);
    if (status !== "paused") cancelled.abort(stop);
    throw stop;
  };
  return { checkpoint, signal: cancelled.signal };
}
