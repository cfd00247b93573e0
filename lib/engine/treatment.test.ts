import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveBenchmark } from "@/lib/benchmarks/data";
import { getDatabase } from "@/lib/database/client";
import { readEnvironment } from "@/lib/environment/read-environment";
import { armFactorsSchema } from "@/lib/experiments/arm";
import { startExperiment } from "@/lib/experiments/start-experiment";
import { deliverySchema } from "@/lib/samples/schema";
import { buildSpec } from "@/testing/build-spec";
import { CANARY, canaryProblems } from "@/testing/canary-problems";
import { startExperimentWorker, untilProgress } from "@/testing/experiment-worker";
import { type OpenAiServer, startOpenAiServer } from "@/testing/openai-server";
import { startTestDatabase, type TestDatabase } from "@/testing/start-database";
import { createServices, type OpenServices } from "./create-services";
import { promptSchema, promptText } from "./prompts/prompt";

const source = { fileName: "canaries.jsonl", sha256: null, importerVersion: null };

let database: TestDatabase;
let services: OpenServices;
let server: OpenAiServer;
let samples: Awaited<ReturnType<typeof loadSamples>>;

function loadSamples() {
  return getDatabase().sample.findMany({ include: { arm: true, generation: { include: { prompt: true } } } });
}

/** Wrong whatever it is asked. */
function answer(prompt: string): string {
  if (prompt.includes("[ANSWER]")) return "[ANSWER]0[/ANSWER]";
  return "```python\ndef total(values):\n    result = 1\n    for value in values:\n        result += value\n    return result\n```";
}

beforeAll(async () => {
  database = await startTestDatabase();
  services = await createServices(readEnvironment(process.env));
  server = await startOpenAiServer({ seed: 1, answer });
  await saveBenchmark({ slug: "canaries", title: "Canaries", format: "problems", source, problems: canaryProblems });
  const spec = buildSpec({
    benchmarks: [{ slug: "canaries" }],
    models: [{ provider: "openai-chat", id: "remote", title: "Remote", modelName: "m", baseUrl: server.baseUrl }],
    conditions: [
      "code",
      "feedback",
      "explain",
      "trace:next",
      "trace:concise",
      "trace-only:next",
      { kind: "trace", adapter: "next", budget: 16 },
      { kind: "trace", adapter: "next", budget: 48 },
    ],
    strategies: [
      { kind: "single", n: 1 },
      { kind: "sequential", n: 1, rounds: 3, history: "all" },
      { kind: "parallel", n: 2, selection: "generated-tests" },
      { kind: "parallel", n: 2, selection: "majority" },
    ],
  });
  const worker = await startExperimentWorker(services);
  const id = await startExperiment(spec, new Date());
  const { units } = await untilProgress(id, ({ experiment }) => experiment.status === "completed", 120_000);
  expect(units).toEqual({ pending: 0, done: 4, error: 0 });
  await worker.stop();
  samples = await loadSamples();
}, 180_000);
afterAll(async () => {
  await server.stop();
  await services.close();
  await database.stop();
});

type Wanted = { task: string; strategy: string; condition: string; round: number };

function take({ task, strategy, condition, round }: Wanted) {
  const found = samples.find((sample) => {
    const factors = armFactorsSchema.parse(sample.arm.factors);
    return (
      sample.taskId === task &&
      sample.round === round - 1 &&
      sample.chain === 0 &&
      factors.condition === condition &&
      factors.strategyId === strategy
    );
  });
  if (found?.generation == null) throw new Error(`There is no sample ${JSON.stringify({ task, strategy, condition, round })}.`);
  return {
    text: promptText(promptSchema.parse(found.generation.prompt.body)),
    delivery: deliverySchema.parse(found.delivery),
    key: found.generationKey,
  };
}

/** The prompt as it would be had its condition no trace. */
function withoutTrace(text: string): string {
  return text
    .replaceAll(/\n\nThis is its execution trace for [^\n]+:\n\n```text\n[^`]+```/g, "")
    .replaceAll(/\n\nThe comments in this program are its execution trace for [^\n]+\./g, "")
    .replaceAll(/\n# \.\.\. trace cut [^\n]+/g, "")
    .replaceAll(/ {2}# \(\d+\)[^\n]+/g, "");
}

const sequential = "sequential:3-rounds:history-all";
const single = { task: "repair-total", strategy: "single", round: 1 };

describe("hidden tests", () => {
  test("reach no prompt, of any condition, strategy, round or kind of task", () => {
    expect(server.requests.length).toBeGreaterThan(30);
    const asked = server.requests.filter(({ prompt }) => prompt.includes(CANARY));
    expect(asked.map(({ prompt }) => prompt)).toEqual([]);
  });

  test("of a prediction give the question and not the answer", () => {
    const output = take({ task: "output-scale", strategy: "single", condition: "code", round: 1 }).text;
    expect(output).toContain("scale(459136822)");
    const input = take({ task: "input-scale", strategy: "single", condition: "code", round: 1 }).text;
    expect(input).toContain("918273644");
    expect(input).not.toContain(CANARY);
  });

  test("are what the verdict is about", () => {
    expect(new Set(samples.map(({ verdict }) => verdict))).toEqual(new Set(["failed"]));
  });
});

describe("the ladder", () => {
  test("code says only that the program is wrong", () => {
    const { text, delivery } = take({ ...single, condition: "code" });
    expect(text).toContain("result = value");
    expect(text).not.toContain("total([1, 2])");
    expect(delivery).toMatchObject({ wanted: false, present: false, identicalToControl: null });
  });

  test("feedback adds the failing test, not one that passes", () => {
    const { text, delivery } = take({ ...single, condition: "feedback" });
    expect(text).toContain("Call: total([1, 2])\nExpected: 3\nActual: 2");
    expect(text).not.toContain("total([])");
    expect(delivery).toMatchObject({ wanted: false, identicalToControl: false });
  });

  test("a trace adds the trace of that run", () => {
    const { text, delivery } = take({ ...single, condition: "trace:next" });
    expect(text).toContain("Call: total([1, 2])");
    expect(text).toContain("# (0) values=[1, 2];");
    expect(text).toContain("__return__=2");
    expect(delivery).toMatchObject({
      wanted: true,
      present: true,
      truncated: false,
      identicalToControl: false,
      checked: "call-and-result",
      adapter: "next",
    });
    expect(delivery.tokens).toBeGreaterThan(30);
  });

  test("a trace changes nothing else: without it the prompt is its control's, word for word", () => {
    const places = [
      single,
      { task: "output-scale", strategy: "single", round: 1 },
      { task: "input-scale", strategy: "single", round: 1 },
      { task: "repair-total", strategy: sequential, round: 3 },
      { task: "write-total", strategy: "parallel:majority", round: 2 },
    ];
    for (const place of places) {
      const [code, feedback] = ["code", "feedback"].map((condition) => take({ ...place, condition }).text);
      for (const condition of ["trace:next", "trace:concise", "trace-only:next", "trace:next{budget=48}"]) {
        const { text, delivery } = take({ ...place, condition });
        expect(delivery).toMatchObject({ present: true, identicalToControl: false });
        expect(withoutTrace(text), `${condition} of ${JSON.stringify(place)}`).toBe(
          condition.startsWith("trace-only") ? code : feedback,
        );
      }
    }
  });

  test("a block of trace follows the program and the failing test", () => {
    const { text } = take({ ...single, condition: "trace:concise" });
    const order = ["result = value", "Call: total([1, 2])", "[INPUT] ['values = [1, 2]'] [/INPUT]", "Correct the program."];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test("a trace alone leaves the expected and the actual value out", () => {
    const { text, delivery } = take({ ...single, condition: "trace-only:next" });
    expect(text).toContain("# (0) values=[1, 2];");
    expect(text).not.toContain("Expected:");
    expect(delivery).toMatchObject({ present: true, identicalToControl: false });
  });

  test("explain asks for the explanation with the same information as feedback", () => {
    const [explain, feedback] = [take({ ...single, condition: "explain" }).text, take({ ...single, condition: "feedback" }).text];
    expect(explain).toContain("First explain step by step");
    expect(explain.split("First explain")[0]).toBe(feedback.split("Correct the program")[0]);
  });

  test("a budget cuts the trace and says so; the program's own text does not count against it", () => {
    const { text, delivery } = take({ ...single, condition: "trace:next{budget=48}" });
    expect(text).toContain("# (0) values=[1, 2];");
    expect(text).toMatch(/# \.\.\. trace cut after step \d+ of \d+/);
    expect(delivery).toMatchObject({ present: true, truncated: true });
    expect(delivery.tokens).toBeGreaterThan(16);
    expect(delivery.tokens).toBeLessThanOrEqual(48);
  });

  test("a budget without room for a step delivers nothing, and says so", () => {
    const { key, delivery } = take({ ...single, condition: "trace:next{budget=16}" });
    expect(delivery).toMatchObject({ wanted: true, present: false, identicalToControl: true });
    expect(delivery.absence).toContain("The budget of 16 tokens has no room for a step");
    expect(key).toBe(take({ ...single, condition: "feedback" }).key);
  });

  test("of a prediction shows another call, and its trace", () => {
    const place = { task: "output-scale", strategy: "single", round: 1 };
    expect(take({ ...place, condition: "code" }).text).not.toContain("scale(5)");
    expect(take({ ...place, condition: "feedback" }).text).toContain("Call: scale(5)\nResult: 11");
    const { text, delivery } = take({ ...place, condition: "trace:next" });
    expect(text).toContain("# (0) n=5;");
    expect(delivery).toMatchObject({ present: true, checked: "call-and-result" });
    // The other visible example is the question itself.
    expect(take({ task: "input-scale", strategy: "single", round: 1, condition: "trace:next" }).text).toContain("# (0) n=6;");
  });
});

describe("rounds", () => {
  const conditions = ["code", "feedback", "explain", "trace:next", "trace-only:next"];
  test.each(["repair-total", "write-total"])("of %s start from one shared answer, and part afterwards", (task) => {
    const first = conditions.map((condition) => take({ task, strategy: sequential, condition, round: 1 }));
    expect(new Set(first.map(({ key }) => key)).size).toBe(1);
    expect(first[3]?.delivery).toMatchObject({ wanted: false, identicalToControl: true });
    const second = conditions.map((condition) => take({ task, strategy: sequential, condition, round: 2 }));
    expect(new Set(second.map(({ key }) => key)).size).toBe(conditions.length);
    expect(second.map(({ delivery }) => delivery.wanted)).toEqual([false, false, false, true, true]);
    // The answer starts from 1, so that it fails the first visible test of the one and the only one of the other.
    expect(second[3]?.text).toContain(task === "repair-total" ? "__return__=1" : "__return__=4");
  });

  test("of strategies with the same history share their second answers as well", () => {
    const [a, b] = ["parallel:generated-tests", "parallel:majority"].map((strategy) =>
      take({ task: "write-total", strategy, condition: "trace:next", round: 2 }),
    );
    expect(a?.key).toBe(b?.key);
  });

  test("with the whole history show every attempt", () => {
    const { text } = take({ task: "write-total", strategy: sequential, condition: "feedback", round: 3 });
    expect(text.match(/Attempt \d/g)).toEqual(["Attempt 1", "Attempt 2"]);
    expect(text.match(/Call: total\(\[1, 2\]\)/g)).toHaveLength(2);
  });

  test("of synthesis with a single sample never differ, and the delivery says so", () => {
    const place = { task: "write-total", strategy: "single", round: 1 };
    const all = conditions.map((condition) => take({ ...place, condition }));
    expect(new Set(all.map(({ key }) => key)).size).toBe(1);
    expect(all[3]?.delivery).toMatchObject({ wanted: true, present: false, identicalToControl: true });
    expect(all[3]?.delivery.absence).toContain("Nothing has failed yet");
  });
});

test("a parallel arm chooses one candidate for every problem", async () => {
  const choices = await getDatabase().choice.findMany({ include: { arm: true } });
  expect(choices).toHaveLength(4 * 8 * 2);
  expect(choices.every(({ candidates, chain }) => candidates === 2 && chain === 0)).toBe(true);
});
