import { expect, test } from "vitest";
import { reduceWorkbench, toView, type WorkbenchAction, type WorkbenchState, withKeys } from "./workbench-state";

const start: WorkbenchState = {
  program: { source: "x = 1", entry: { kind: "script", stdin: "" } },
  recordingId: "a",
  panes: withKeys([
    { adapter: "next", options: {}, budget: null },
    { adapter: "concise", options: {}, budget: 100 },
    { adapter: "scratchpad", options: {}, budget: null },
  ]),
  encoding: "o200k_base",
  step: 4,
  frame: 2,
  watched: "x",
};
const after = (...actions: WorkbenchAction[]) => actions.reduce(reduceWorkbench, start);
const names = (state: WorkbenchState) => state.panes.map((pane) => pane.adapter);

test("panes are added up to six, moved, changed and removed down to one", () => {
  const six = after(...Array.from({ length: 5 }, (): WorkbenchAction => ({ type: "pane-added", adapter: "semcoder" })));
  expect(six.panes).toHaveLength(6);
  expect(new Set(six.panes.map((pane) => pane.key)).size).toBe(6);
  expect(names(after({ type: "pane-moved", key: 0, to: 2 }))).toEqual(["concise", "scratchpad", "next"]);
  expect(names(after({ type: "pane-moved", key: 2, to: 0 }))).toEqual(["scratchpad", "next", "concise"]);
  expect(after({ type: "pane-changed", key: 1, change: { budget: 7 } }).panes[1]).toMatchObject({
    adapter: "concise",
    budget: 7,
  });
  const none = after({ type: "pane-removed", key: 0 }, { type: "pane-removed", key: 1 }, { type: "pane-removed", key: 2 });
  expect(names(none)).toEqual(["scratchpad"]);
});

test("another recording starts over; the same one keeps the step", () => {
  expect(after({ type: "recorded", recordingId: "b" })).toMatchObject({
    recordingId: "b",
    step: null,
    frame: null,
    watched: null,
  });
  expect(after({ type: "recorded", recordingId: "a" })).toMatchObject({ step: 4, frame: 2 });
});

test("a view has no keys of this page in it", () => {
  expect(toView(start, 4)).toEqual({
    version: 1,
    panes: [
      { adapter: "next", options: {}, budget: null },
      { adapter: "concise", options: {}, budget: 100 },
      { adapter: "scratchpad", options: {}, budget: null },
    ],
    encoding: "o200k_base",
    step: 4,
  });
});
