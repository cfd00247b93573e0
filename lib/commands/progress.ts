const BAR_WIDTH = 24;
const TERMINAL_INTERVAL_MS = 100;
/** In a log file a line now and then is enough. */
const LOG_INTERVAL_MS = 5_000;

export type Counts = { readonly total: number | null; readonly skipped: number; readonly done: number; readonly failed: number };

/** One line: bar, rows, failures, speed, time left. */
export function progressLine(counts: Counts, elapsedMs: number): string {
  const { total, skipped, done, failed } = counts;
  const finished = skipped + done + failed;
  const rate = elapsedMs > 0 ? ((done + failed) * 1000) / elapsedMs : 0;
  const parts = [`${finished}${total === null ? "" : `/${total}`} rows`, `${rate.toFixed(1)} rows/s`];
  if (skipped > 0) parts.push(`${skipped} done before`);
  if (failed > 0) parts.push(`${failed} failed`);
  if (total !== null && rate > 0) parts.push(`${Math.ceil((total - finished) / rate)} s left`);
  const share = total === null || total === 0 ? 0 : finished / total;
  const filled = Math.min(BAR_WIDTH, Math.round(share * BAR_WIDTH));
  const bar = total === null ? "" : `[${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)}] `;
  return `${bar}${parts.join(" · ")}`;
}

/** The error stream, or in a test what stands for it. */
export type ProgressStream = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

export type Progress = { readonly say: (text: string) => void; readonly stop: () => void };

/** Shows progress on the error stream, as a line that rewrites itself on a terminal. */
export function startProgress(stream: ProgressStream, read: () => Counts): Progress {
  const started = performance.now();
  const show = () => {
    const line = progressLine(read(), performance.now() - started);
    stream.write(stream.isTTY === true ? `\r\x1b[2K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, stream.isTTY === true ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS);
  timer.unref();
  return {
    say: (text) => void stream.write(`${stream.isTTY === true ? "\r\x1b[2K" : ""}${text}\n`),
    stop: () => {
      clearInterval(timer);
      show();
      if (stream.isTTY === true) stream.write("\n");
    },
  };
}
