import { AppError } from "@/lib/errors/app-error";
import { defaultLimits, type Limits } from "./schema";

/** The most that a run may ask for where the operator set nothing else. */
const defaultMaximum: Limits = {
  wallMs: 60_000,
  cpuMs: 60_000,
  memoryBytes: 2 * 2 ** 30,
  steps: 2_000_000,
  recordingBytes: 256 * 2 ** 20,
  outputBytes: 16 * 2 ** 20,
  threads: 256,
};

const limitNames = ["wallMs", "cpuMs", "memoryBytes", "steps", "recordingBytes", "outputBytes", "threads"] as const;

/** The server's maximum: its default with what the operator set. */
export function maximumLimits(configured: Partial<Limits>): Limits {
  return { ...defaultMaximum, ...configured };
}

/** The limits that apply to a server's runs by default; an operator may set a maximum below the product's defaults. */
export function serverDefaults(maximum: Limits): Limits {
  const limits = { ...defaultLimits };
  for (const name of limitNames) limits[name] = Math.min(limits[name], maximum[name]);
  return limits;
}

/**
 * Completes the limits that a run asks for with the defaults.
 * @throws AppError naming each limit that is over the server's maximum
 */
export function resolveLimits(asked: Partial<Limits>, maximum: Limits): Limits {
  const limits = { ...serverDefaults(maximum), ...asked };
  const over = limitNames.filter((name) => limits[name] > maximum[name]);
  if (over.length === 0) return limits;
  const details = over.map((name) => ({ path: `limits.${name}`, message: `at most ${maximum[name]} on this server` }));
  const message = `The request asks for more than this server gives: ${details.map((d) => `${d.path}: ${d.message}`).join("; ")}.`;
  throw new AppError("over_limit", message, { faults: details });
}
