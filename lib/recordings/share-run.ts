type SharedRun<Result> = { readonly promise: Promise<Result>; readonly controller: AbortController; waiters: number };

/** Runs under way by key, so that the same program asked for twice at once is run once. */
export type SharedRuns<Result> = Map<string, SharedRun<Result>>;

function startRun<Result>(
  runs: SharedRuns<Result>,
  key: string,
  start: (signal: AbortSignal) => Promise<Result>,
): SharedRun<Result> {
  const controller = new AbortController();
  const promise = start(controller.signal).finally(() => {
    if (runs.get(key)?.controller === controller) runs.delete(key);
  });
  // When everybody has left, nobody is told how the run ended.
  promise.catch(() => undefined);
  const run = { promise, controller, waiters: 0 };
  runs.set(key, run);
  return run;
}

/**
 * Waits for the run with this key, starting it when none is under way. A caller whose signal aborts leaves at once; the run itself is
 * aborted when the last one has left.
 */
export async function shareRun<Result>(
  runs: SharedRuns<Result>,
  request: { readonly key: string; readonly signal: AbortSignal },
  start: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { key, signal } = request;
  signal.throwIfAborted();
  const run = runs.get(key) ?? startRun(runs, key, start);
  run.waiters += 1;
  return new Promise((resolve, reject) => {
    const leave = () => {
      run.waiters -= 1;
      reject(signal.reason);
      if (run.waiters > 0) return;
      // Out of the list first: who asks for the same from now on needs a run of their own.
      if (runs.get(key) === run) runs.delete(key);
      run.controller.abort(signal.reason);
    };
    signal.addEventListener("abort", leave, { once: true });
    void run.promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}
