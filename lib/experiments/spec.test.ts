import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { buildProblem } from "@/testing/build-problem";
import { buildSpec } from "@/testing/build-spec";
import { canonicalJson } from "./canonical-json";
import { chooseProblems } from "./choose-problems";
import { conditionId } from "./condition";
import { raiseSamples } from "./extend-samples";
import { freezeSpec, type Installed } from "./freeze-spec";
import { hashJson } from "./hash-json";
import { subsetSchema } from "./schema";
import { specFromYaml, specToYaml } from "./spec-yaml";

const version = "b".repeat(64);
const installed: Installed = {
  findVersion: (slug, wanted) => (slug === "small" && (wanted === null || wanted === version) ? version : null),
  findModel: () => null,
  findAdapterVersion: (id) => (id === "next" ? "1" : null),
  promptVersions: [1],
};

describe("a specification", () => {
  const spec = freezeSpec(buildSpec({ conditions: ["code", "feedback", "trace:next"] }), installed);

  test("frozen names everything it depends on, and is frozen to itself", () => {
    expect(spec.benchmarks[0]?.version).toBe(version);
    expect([spec.promptVersion, spec.adapterVersions]).toEqual([1, { next: "1" }]);
    expect(freezeSpec(spec, installed)).toEqual(spec);
  });

  test("comes back from YAML with the same hash", () => {
    const text = specToYaml(spec, hashJson(spec));
    expect(hashJson(freezeSpec(specFromYaml(text), installed))).toBe(hashJson(spec));
    expect(text).toContain(hashJson(spec));
  });

  test("has another hash when anything in it is changed", () => {
    for (const change of [{ seed: 2 }, { replicate: 1 }, { maxAttempts: 7 }, { name: "Other" }]) {
      expect(hashJson({ ...spec, ...change })).not.toBe(hashJson(spec));
    }
  });

  test("is refused where it cannot be repeated exactly, with every fault", () => {
    const strange = {
      ...spec,
      promptVersion: 9,
      adapterVersions: { next: "0" },
      benchmarks: [{ ...spec.benchmarks[0], slug: "gone" }],
    };
    const freeze = () => freezeSpec(buildSpec(strange), installed);
    expect(freeze).toThrow(AppError);
    for (const part of ['"gone" is not here', "not 0", "version 9"]) expect(freeze).toThrow(part);
  });

  test("does not name a thing twice", () => {
    const twice = buildSpec({
      conditions: ["code", "code"],
      strategies: [
        { kind: "single", n: 1 },
        { kind: "single", n: 5 },
      ],
    });
    expect(() => freezeSpec(twice, installed)).toThrow(/"code" is named twice.*"single" differs from another only by n/);
    const unknown = buildSpec({ strategies: [{ kind: "single", decodings: ["greedy"] }] });
    expect(() => freezeSpec(unknown, installed)).toThrow('there is no decoding "greedy"');
  });

  test("in YAML says where a fault is", () => {
    expect(() =>
      specFromYaml("name: x\nbenchmarks: [{slug: small}]\nmodels: [m]\nconditions: [magic]\nstrategies: []\ndecodings: []\n"),
    ).toThrow(/conditions\.0.*strategies/s);
    expect(() => specFromYaml("{ [")).toThrow("not YAML");
    expect(() => specFromYaml("name: x\nunknown: 1")).toThrow("unknown");
  });

  test("is raised only to more samples of a strategy that it has", () => {
    const [strategy] = raiseSamples(spec, [{ strategy: "sequential:3-rounds:history-last", n: 9 }]).strategies;
    expect(strategy?.n).toBe(9);
    expect(() => raiseSamples(spec, [{ strategy: "sequential:3-rounds:history-last", n: 2 }])).toThrow("only more");
    expect(() => raiseSamples(spec, [{ strategy: "single", n: 9 }])).toThrow("no strategy single");
  });
});

test("conditions are named with the settings that differ from the usual", () => {
  const { conditions } = buildSpec({
    conditions: ["trace:next@tracewise", { kind: "trace-only", adapter: "next", budget: null, options: { head: 3 } }],
  });
  expect(conditions.map(conditionId)).toEqual(["trace:next@tracewise", "trace-only:next{head=3,budget=none}"]);
});

test("canonical JSON does not depend on the order of keys", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "ä" }], a: undefined })).toBe('{"b":[1,{"c":"ä","d":null}]}');
  expect(hashJson({ a: 1, b: 2 })).toBe(hashJson({ b: 2, a: 1 }));
});

describe("a subset", () => {
  const items = ["a", "b", "c", "d", "e"].flatMap((taskId, index) =>
    (["output-prediction", "input-prediction"] as const).map((kind) => ({
      problem: buildProblem({ taskId, kind, difficulty: index % 2 === 0 ? "easy" : "hard", tags: [taskId] }),
    })),
  );
  const choose = (subset: Parameters<typeof subsetSchema.parse>[0], seed = 1) =>
    chooseProblems(items, subsetSchema.parse(subset), seed).map(({ problem }) => `${problem.taskId} ${problem.kind}`);

  test("is filtered by kind, difficulty, tags and names, in the benchmark's order", () => {
    expect(choose({ kinds: ["input-prediction"], difficulties: ["hard"] })).toEqual(["b input-prediction", "d input-prediction"]);
    expect(choose({ tags: ["e", "a"] })).toHaveLength(4);
    expect(choose({ taskIds: ["c"] })).toHaveLength(2);
  });

  test("is drawn over tasks with the seed, and a larger sample holds the smaller", () => {
    const [two, three] = [choose({ sample: 2 }), choose({ sample: 3 })];
    expect(two).toHaveLength(4);
    expect(two).toEqual(choose({ sample: 2 }));
    expect(three).toEqual(expect.arrayContaining(two));
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => choose({ sample: 2 }, seed).join())).size).toBeGreaterThan(1);
  });
});
