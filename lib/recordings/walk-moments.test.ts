import { describe, expect, test } from "vitest";
import { cutRecording } from "@/lib/recordings/cut-recording";
import type { Recording } from "@/lib/recordings/schema";
import { stateAtStep } from "@/lib/recordings/state-at-step";
import { walkMoments } from "@/lib/recordings/walk-moments";
import { buildNestedCalls } from "@/testing/build-steps";

// outer(3) calls inner on its first line (step 1), whose effect is complete when inner has returned (step 5).
const recording = buildNestedCalls();

function listMoments(shown: Recording): readonly string[] {
  const moments: string[] = [];
  walkMoments(shown, {
    onEvent: ({ seq, event }) => moments.push(`${seq} ${event}`),
    onEffect: ({ seq, changes }) => moments.push(`${seq} sets ${changes.map(({ name }) => name).join()}`),
  });
  return moments;
}

describe("walkMoments", () => {
  test("a line that calls has its effect after the call, right before its frame goes on", () => {
    const call = ["0 call", "1 line", "2 call", "3 line", "3 sets y", "4 line", "5 return"];
    expect(listMoments(recording)).toEqual([...call, "1 sets a", "6 line", "7 line", "8 return"]);
  });
});

describe("cutRecording", () => {
  test("drops what was not complete after the last kept step", () => {
    const cut = cutRecording(recording, 5);
    expect(listMoments(cut)).toEqual(["0 call", "1 line", "2 call", "3 line", "3 sets y", "4 line"]);
    expect(cut.end.completeness).toEqual({ kind: "truncated", recorded: 5, dropped: 4 });
  });
  test("keeps an effect that the first dropped step would have shown as complete", () => {
    expect(listMoments(cutRecording(recording, 6))).toContain("1 sets a");
  });
  test("a cut at or beyond the end changes nothing", () => {
    expect(cutRecording(recording, 9)).toBe(recording);
  });
});

describe("stateAtStep", () => {
  const names = (seq: number, frame?: number) => [...stateAtStep(recording, seq, frame).keys()];
  test("shows a frame's variables before the step", () => {
    expect(names(1)).toEqual(["n"]);
    expect(names(4)).toEqual(["x", "y"]);
    expect(names(6)).toEqual(["n", "a"]);
  });
  test("shows another frame of the stack at the same moment", () => {
    expect(names(3, 0)).toEqual(["n"]);
  });
});
