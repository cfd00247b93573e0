export type Timing = {
  readonly what: string;
  /** Milliseconds of the very first request, then of the repeats. */
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
  /** Processor milliseconds of the server and its database per repeat: what a busy machine does not change much. */
  readonly cpu: number;
  readonly bytes: number;
};

const WARM_UP = 2;

export type Asking = {
  readonly what: string;
  readonly address: string;
  readonly repeats: number;
  /** Processor seconds that the server has used so far. */
  readonly cpuSeconds: () => number;
};

/** Asks an address again and again, one after the other; milliseconds from the request to the last byte. Throws on a bad answer. */
export async function timeRequests({ what, address, repeats, cpuSeconds }: Asking): Promise<Timing> {
  const times: number[] = [];
  let first = 0;
  let bytes = 0;
  let cpuBefore = 0;
  for (let run = -WARM_UP; run < repeats; run += 1) {
    if (run === 0) cpuBefore = cpuSeconds();
    const start = performance.now();
    const response = await fetch(address, { headers: { "Accept-Encoding": "identity" } });
    bytes = (await response.arrayBuffer()).byteLength;
    const elapsed = performance.now() - start;
    if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
    if (run === -WARM_UP) first = elapsed;
    else if (run >= 0) times.push(elapsed);
  }
  const cpu = ((cpuSeconds() - cpuBefore) / repeats) * 1_000;
  return { what, first, p50: quantile(times, 0.5), p95: quantile(times, 0.95), cpu, bytes };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
