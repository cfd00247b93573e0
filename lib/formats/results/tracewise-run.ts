import { z } from "zod";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { tracewiseTemplate } from "@/lib/formats/results/tracewise-condition";
import type { ImportedArm } from "@/lib/imports/schema";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const headerSchema = z
  .object({
    generator: z.string().min(1),
    selection: z.string().min(1),
    num_round: z.int().positive(),
    n: z.int().positive(),
    temperature: z.number(),
    method: z.string().min(1),
    api_name: z.string().nullish(),
    context: z.string().nullish(),
    difficulty: z.string().nullish(),
    lcb_version: z.string().nullish(),
    start_date: z.string().nullish(),
    end_date: z.string().nullish(),
    seed: z.int().nullish(),
    test_generator: z.string().nullish(),
    judge: z.string().nullish(),
  })
  .catchall(z.unknown());
export type Header = z.infer<typeof headerSchema>;

const PROVIDERS = /^(?:openai|hosted_vllm|azure|anthropic|gemini|together_ai|deepseek)\/(?=.)/;

/** The model without the prefix that says through whom it was called. */
export function modelOf(header: Header): string {
  const name = header.api_name ?? header.generator;
  return name.replace(PROVIDERS, "");
}

/** What a header says that decides what was run; two headers of one file should agree on all of it. */
export function factorsOf(header: Header): Record<string, string | number> {
  const { selection, num_round: rounds, n, temperature, method } = header;
  return { model: modelOf(header), selection, rounds, n, temperature, method };
}

const METHODS: Readonly<Record<string, string>> = { naive: "greedy", naive_cot: "chain of thought", naive_nodspy: "plain" };

/**
 * The arm of one file. Rows with rounds are sequential refinement; a selection by generated tests is parallel; the `naive`
 * methods draw one program, whatever `n` says. Without a trace template, self-debugging has the feedback of failing tests.
 */
export function tracewiseArm(header: Header, { path, isSequential }: { path: string; isSequential: boolean }): ImportedArm {
  const model = modelOf(header);
  const template = tracewiseTemplate(path);
  const isNaive = header.method.startsWith("naive");
  const isGreedy = header.method === "naive" && /greedy/.test(path);
  const strategy = isSequential ? "sequential" : isNaive ? "single" : "parallel";
  const isCot = header.method === "naive_cot";
  const condition = template?.condition ?? (isCot ? "cot" : isNaive ? "code" : "feedback");
  const how = isNaive ? (METHODS[header.method] ?? header.method) : strategy;
  return importedArm({
    key: path,
    label: [model, condition, how, strategy === "parallel" ? header.selection : null].filter((part) => part !== null).join(" · "),
    benchmark:
      header.difficulty === null || header.difficulty === undefined ? "livecodebench" : `livecodebench-${header.difficulty}`,
    taskKind: "synthesis",
    model,
    condition,
    strategy,
    n: isNaive ? 1 : header.n,
    rounds: isSequential ? header.num_round : 1,
    temperature: isGreedy ? 0 : header.temperature,
    selection: isNaive ? null : header.selection,
    oracle: !isNaive && header.selection.includes("oracle"),
    tests: "private",
    chainOfThought: isCot,
    arguments: argumentsOf(header),
  });
}

/** Everything else that the header says, without addresses of the machines it ran on. */
function argumentsOf(header: Header): ImportedArm["arguments"] {
  const entries = Object.entries(header).flatMap(([name, value]): [string, ImportedArm["arguments"][string]][] => {
    const parsed = scalar.safeParse(value);
    return parsed.success && !name.endsWith("api_base") ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(entries);
}
