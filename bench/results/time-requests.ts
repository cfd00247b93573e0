export type Timing = {
  readonly what: string;
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
  readonly bytes: number;
};

const WARM_UP = 2;

/** Asks an address again and again, one after the other; milliseconds from the request to the last byte. Throws on a bad answer. */
export async function timeRequests(what: string, address: string, repeats: number): Promise<Timing> {
  const times: number[] = [];
  let first = 0;
  let bytes = 0;
  for (let run = -WARM_UP; run < repeats; run += 1) {
    const start = performance.now();
    const response = await fetch(address, { headers: { "Accept-Encoding": "identity" } });
    bytes = (await response.arrayBuffer()).byteLength;
    const elapsed = performance.now() - start;
    if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
    if (run === -WARM_UP) first = elapsed;
    else if (run >= 0) times.push(elapsed);
  }
  return { what, first, p50: quantile(times, 0.5), p95: quantile(times, 0.95), bytes };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
