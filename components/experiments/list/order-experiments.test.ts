import { expect, test } from "vitest";
import { type ExperimentRow, experimentRowSchema } from "@/lib/experiments/api-schema";
import { orderExperiments } from "./order-experiments";

function row(name: string, part: Partial<ExperimentRow> = {}): ExperimentRow {
  return experimentRowSchema.parse({
    id: name,
    name,
    origin: "run",
    status: "completed",
    reason: null,
    specHash: null,
    spentUsd: 0,
    requests: 0,
    promptTokens: 0,
    answerTokens: 0,
    retries: 0,
    lastRetry: null,
    createdAt: "2026-01-01T00:00:00.000Z",
    startedAt: null,
    endedAt: null,
    benchmarks: ["humaneval"],
    models: ["m"],
    conditions: ["code"],
    arms: 1,
    problems: 1,
    samples: 1,
    infrastructure: 0,
    chainsDone: 1,
    chains: 1,
    ...part,
  });
}

const rows = [
  row("Repair with NExT", { createdAt: "2026-01-02T00:00:00.000Z", conditions: ["trace:next"], problems: 5 }),
  row("Synthesis", { createdAt: "2026-01-03T00:00:00.000Z", problems: 50, status: "running" }),
  row("Published", { origin: "import", problems: 26 }),
];
const names = (asked: Partial<Parameters<typeof orderExperiments>[1]>) =>
  orderExperiments(rows, { text: "", status: "all", order: "-created", ...asked }).map(({ name }) => name);

test("experiments come newest first, or in the order asked for", () => {
  expect(names({})).toEqual(["Synthesis", "Repair with NExT", "Published"]);
  expect(names({ order: "-problems" })).toEqual(["Synthesis", "Published", "Repair with NExT"]);
  expect(names({ order: "name" })).toEqual(["Published", "Repair with NExT", "Synthesis"]);
});

test("they are found by every word of their name and of what they are about", () => {
  expect(names({ text: "repair trace:next" })).toEqual(["Repair with NExT"]);
  expect(names({ text: "repair synthesis" })).toEqual([]);
});

test("imports have a state of their own", () => {
  expect(names({ status: "imported" })).toEqual(["Published"]);
  expect(names({ status: "completed" })).toEqual(["Repair with NExT"]);
});
