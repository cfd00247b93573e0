import { describe, expect, test } from "vitest";
import { buildEnd } from "@/testing/build-recording";
import { recordingIdSchema } from "./api-schema";
import { type RunKey, recordingId, uncachedRecordingId } from "./recording-id";
import { defaultLimits } from "./schema";

const key: RunKey = {
  source: "def f(): pass",
  entry: { kind: "call", expression: "f()" },
  limits: defaultLimits,
  recorderVersion: "1.0.0",
  pythonVersion: "3.11.2",
};

describe("the id of a run", () => {
  test("is short and fit for an address", () => {
    expect(recordingIdSchema.safeParse(recordingId(key)).success).toBe(true);
  });

  test("is the same whatever the order of the limits", () => {
    const limits = Object.fromEntries(Object.entries(defaultLimits).reverse());
    expect(recordingId({ ...key, limits: { ...defaultLimits, ...limits } })).toBe(recordingId(key));
  });

  test("differs by each part of what decides the run", () => {
    const others: RunKey[] = [
      { ...key, source: "def f(): pass " },
      { ...key, entry: { kind: "call", expression: "f( )" } },
      { ...key, entry: { kind: "test", code: "f()" } },
      { ...key, entry: { kind: "script", stdin: "f()" } },
      { ...key, recorderVersion: "1.0.1" },
      { ...key, pythonVersion: "3.12.0" },
      ...Object.keys(defaultLimits).map((name) => ({ ...key, limits: { ...defaultLimits, [name]: 77 } })),
    ];
    const ids = [key, ...others].map(recordingId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("does not run its parts together", () => {
    const split = (source: string, expression: string) => recordingId({ ...key, source, entry: { kind: "call", expression } });
    expect(split("ab", "c")).not.toBe(split("a", "bc"));
  });
});

test("a recording that may not answer for its run has an id of what was recorded", () => {
  const run = recordingId(key);
  const ids = [
    uncachedRecordingId(run, new Uint8Array([1]), buildEnd({ status: "timeout" })),
    uncachedRecordingId(run, new Uint8Array([2]), buildEnd({ status: "timeout" })),
    uncachedRecordingId(run, new Uint8Array([1]), buildEnd({ status: "timeout", elapsedMs: 9 })),
  ];
  expect(new Set([run, ...ids]).size).toBe(4);
  for (const id of ids) expect(recordingIdSchema.safeParse(id).success).toBe(true);
});
