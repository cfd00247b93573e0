import { describe, expect, test } from "vitest";
import { type SharedRuns, shareRun } from "./share-run";

/** A run that ends when told to, and notes when it was aborted. */
function controlledRun() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const state = { starts: 0, aborted: false };
  const start = (signal: AbortSignal) => {
    state.starts += 1;
    signal.addEventListener("abort", () => {
      state.aborted = true;
      reject(signal.reason);
    });
    return promise;
  };
  return { start, resolve, reject, state };
}

function ask(runs: SharedRuns<string>, start: (signal: AbortSignal) => Promise<string>) {
  const controller = new AbortController();
  const answer = shareRun(runs, { key: "k", signal: controller.signal }, start);
  answer.catch(() => undefined);
  return { answer, leave: () => controller.abort() };
}

describe("runs with the same key", () => {
  test("are run once, and everybody gets the answer", async () => {
    const runs: SharedRuns<string> = new Map();
    const run = controlledRun();
    const askers = [ask(runs, run.start), ask(runs, run.start), ask(runs, run.start)];
    run.resolve("done");
    expect(await Promise.all(askers.map(({ answer }) => answer))).toEqual(["done", "done", "done"]);
    expect(run.state).toEqual({ starts: 1, aborted: false });
    expect(runs.size).toBe(0);
  });

  test("fail for everybody, and are forgotten", async () => {
    const runs: SharedRuns<string> = new Map();
    const run = controlledRun();
    const askers = [ask(runs, run.start), ask(runs, run.start)];
    run.reject(new Error("no"));
    for (const { answer } of askers) await expect(answer).rejects.toThrow("no");
    expect(runs.size).toBe(0);
  });
});

describe("who leaves", () => {
  test("leaves at once, while the run goes on for the others", async () => {
    const runs: SharedRuns<string> = new Map();
    const run = controlledRun();
    const [first, second] = [ask(runs, run.start), ask(runs, run.start)];
    first.leave();
    await expect(first.answer).rejects.toMatchObject({ name: "AbortError" });
    expect(run.state.aborted).toBe(false);
    run.resolve("done");
    expect(await second.answer).toBe("done");
  });

  test("aborts the run when nobody else waits", async () => {
    const runs: SharedRuns<string> = new Map();
    const run = controlledRun();
    const askers = [ask(runs, run.start), ask(runs, run.start)];
    for (const { leave } of askers) leave();
    expect(run.state.aborted).toBe(true);
  });

  test("does not take a later asker along, who gets a new run", async () => {
    const runs: SharedRuns<string> = new Map();
    const [old, fresh] = [controlledRun(), controlledRun()];
    ask(runs, old.start).leave();
    const late = ask(runs, fresh.start);
    fresh.resolve("fresh");
    expect(await late.answer).toBe("fresh");
    expect(fresh.state).toEqual({ starts: 1, aborted: false });
  });

  test("before the start does not start anything", async () => {
    const run = controlledRun();
    await expect(shareRun(new Map(), { key: "k", signal: AbortSignal.abort() }, run.start)).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(run.state.starts).toBe(0);
  });

  test("after the answer aborts nothing", async () => {
    const runs: SharedRuns<string> = new Map();
    const run = controlledRun();
    const asker = ask(runs, run.start);
    run.resolve("done");
    await asker.answer;
    asker.leave();
    expect(run.state.aborted).toBe(false);
  });
});
