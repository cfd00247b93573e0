import type { Problem, TaskKind } from "@/lib/benchmarks/schema";
import { importFiles } from "@/lib/formats/import-files";
import type { ByteSource } from "@/lib/formats/input/byte-source";
import type { FileReport, ImportedSample } from "@/lib/imports/schema";
import { cutCompletion, type StopChoice } from "@/lib/judge/cut-completion";
import { solutionOf } from "@/lib/models/solution-answer";

/** One answer to be judged. `ordinal` is its place among all answers of the source, by which a resumed run knows it. */
export type JudgeSample = Pick<ImportedSample, "taskId" | "chain" | "round" | "form" | "text" | "line"> & {
  readonly ordinal: number;
  readonly path: string;
  /** Key and kind of task of the file's arm; null where the source has none. */
  readonly arm: string | null;
  readonly kind: TaskKind | null;
  /** Verdict that the file itself has. */
  readonly published: ImportedSample["verdict"];
};

export type SampleEvent =
  | { readonly type: "sample"; readonly sample: JudgeSample }
  /** Verdicts of the file whose programs it does not hold. */
  | { readonly type: "bare" }
  | { readonly type: "report"; readonly report: FileReport };

/** Answers in a fixed order; opening again starts over. */
export type SampleSource = { readonly name: string; readonly open: () => AsyncIterable<SampleEvent> };

type Reading = { readonly as: string | undefined; readonly stop: StopChoice };

/** The samples of files, read as a stream: only the kinds of their arms are kept. */
export function fileSamples(name: string, sources: readonly ByteSource[], { as, stop }: Reading): SampleSource {
  return {
    name,
    async *open() {
      const kinds = new Map<string, TaskKind | null>();
      let ordinal = 0;
      for await (const event of importFiles(sources, as === undefined ? {} : { as })) {
        if (event.type === "report") {
          yield event;
          continue;
        }
        for (const row of event.rows) {
          if (row.type === "arm") kinds.set(row.arm.key, row.arm.taskKind);
          else if (row.type === "outcome" || row.type === "tally") yield { type: "bare" };
          else if (row.type === "sample") {
            const { armKey, verdict, ...sample } = row.sample;
            const rest = { ordinal, path: event.path, arm: armKey, kind: kinds.get(armKey) ?? null, published: verdict };
            ordinal += 1;
            const text = sample.form === "completion" && sample.text !== null ? cutCompletion(sample.text, stop) : sample.text;
            yield { type: "sample", sample: { ...sample, ...rest, text } };
          }
        }
      }
    },
  };
}

/** Sources that need no file: they check a benchmark itself. */
export const builtInSources = {
  reference: "the benchmark's own solutions",
  buggy: "the programs that repair problems start from",
  "return-none": "functions that answer None to everything",
} as const;
export type BuiltInSource = keyof typeof builtInSources;

export function isBuiltInSource(name: string): name is BuiltInSource {
  return Object.hasOwn(builtInSources, name);
}

function hasSolution({ kind, reference, tests }: Problem): boolean {
  if (kind === "synthesis" || kind === "repair") return reference !== null;
  const test = tests.find((candidate) => candidate.kind === "call");
  return test?.kind === "call" && (kind === "input-prediction" || test.expected !== null);
}

function returnNone({ entryPoint, callStyle }: Problem): string {
  if (callStyle === "program" || entryPoint === null) return "pass\n";
  if (callStyle === "method") return `class Solution:\n    def ${entryPoint}(self, *args, **kwargs):\n        return None\n`;
  return `def ${entryPoint}(*args, **kwargs):\n    return None\n`;
}

function builtInAnswer(problem: Problem, name: BuiltInSource): string | null {
  const isPrediction = problem.kind === "output-prediction" || problem.kind === "input-prediction";
  switch (name) {
    case "reference":
      return hasSolution(problem) ? solutionOf(problem) : null;
    case "buggy":
      return problem.kind === "repair" ? problem.starter : null;
    case "return-none":
      return isPrediction ? "None" : returnNone(problem);
  }
}

/** One answer per problem that has one of this sort. */
export function builtInSamples(name: BuiltInSource, problems: readonly Problem[]): SampleSource {
  return {
    name,
    async *open() {
      let ordinal = 0;
      for (const problem of problems) {
        const text = builtInAnswer(problem, name);
        if (text === null) continue;
        const base = { path: name, arm: null, kind: problem.kind, published: null, chain: 0, round: 0, line: null };
        yield { type: "sample", sample: { ...base, ordinal, taskId: problem.taskId, form: "program", text } };
        ordinal += 1;
      }
    },
  };
}
