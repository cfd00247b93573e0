import { z } from "zod";
import type { Item, Tree, TreeFormat } from "@/lib/formats/format";
import type { SourceFile } from "@/lib/formats/input/byte-source";
import { parseJsonText } from "@/lib/formats/input/parse-json";
import { readText } from "@/lib/formats/input/read-text";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";
import { explain, kept, notice, rejected } from "@/lib/formats/items";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import { type InspectScore, inspectVerdict } from "@/lib/formats/results/inspect-score";
import { OneArm } from "@/lib/formats/results/one-arm";

const SAMPLE = /(?:^|\/)samples\/.+\.json$/;
const MAXIMUM_SAMPLE_BYTES = 64 * 2 ** 20;

const scoreSchema = z.object({ value: z.unknown(), answer: z.string().nullish(), explanation: z.string().nullish() });

const sampleSchema = z.object({
  id: z.union([z.string().min(1), z.int()]),
  epoch: z.int().positive().default(1),
  output: z
    .object({
      completion: z.string().nullish(),
      usage: z.object({ input_tokens: z.int().nullish(), output_tokens: z.int().nullish() }).nullish(),
    })
    .nullish(),
  scores: z.record(z.string(), scoreSchema).nullish(),
  error: z.unknown().optional(),
  limit: z.unknown().optional(),
});
type Sample = z.infer<typeof sampleSchema>;

const headerSchema = z.object({
  version: z.int().optional(),
  status: z.string().optional(),
  eval: z.object({
    task: z.string().min(1),
    model: z.string().min(1),
    dataset: z.object({ name: z.string().nullish() }).nullish(),
    config: z.object({ epochs: z.int().nullish() }).nullish(),
    model_generate_config: z.object({ temperature: z.number().nullish() }).nullish(),
  }),
  plan: z.object({ config: z.object({ temperature: z.number().nullish() }).nullish() }).nullish(),
});
type Header = z.infer<typeof headerSchema>;

/** Inspect's log: a ZIP with `header.json` and one JSON file per sample and epoch, compressed with deflate or Zstandard. */
export const inspectEval: TreeFormat = {
  id: "inspect-eval",
  title: "Inspect log (.eval)",
  kind: "results",
  version: "1",
  description: "a ZIP with header.json (or _journal/start.json) and samples/<id>_epoch_<n>.json",
  shape: "tree",
  recognize(paths) {
    const hasHeader = paths.includes("header.json") || paths.includes("_journal/start.json");
    return hasHeader && paths.some((path) => SAMPLE.test(path)) ? 1 : 0;
  },
  owns: (path) => SAMPLE.test(path) || /^(?:header|summaries|reductions)\.json$|^_journal\//.test(path),
  read: readLog,
};

async function* readLog(tree: Tree): AsyncGenerator<Item> {
  const header = await readHeader(tree);
  const arm = new OneArm(armOf(header, tree.path));
  if (header?.status !== undefined && header.status !== "success") {
    yield notice("warning", "unfinished", { message: `the run ended with status "${header.status}"` });
  }
  const files = tree.files
    .filter((file) => SAMPLE.test(file.path))
    .sort((a, b) => a.path.localeCompare(b.path, "en", { numeric: true }));
  for (const file of files) yield await readSample(file, arm);
}

/** A run that was cut off has no `header.json`, only the journal's beginning. */
async function readHeader(tree: Tree): Promise<(Header & { status?: string }) | null> {
  const header = tree.files.find((file) => file.path === "header.json");
  const start = tree.files.find((file) => file.path === "_journal/start.json");
  const found = header ?? start;
  if (found === undefined) return null;
  const json = parseJsonText(await readText(found, MAXIMUM_SAMPLE_BYTES));
  if (!json.ok) throw new UnreadableInput("damaged", `${found.path}: ${json.reason}`);
  const parsed = headerSchema.safeParse(json.value);
  if (!parsed.success) throw new UnreadableInput("damaged", `${found.path}: ${explain(parsed.error)}`);
  return header === undefined ? { ...parsed.data, status: "started" } : parsed.data;
}

function armOf(header: Header | null, path: string) {
  const epochs = header?.eval.config?.epochs ?? null;
  return importedArm({
    key: path,
    label: header === null ? path : `${header.eval.model} · ${header.eval.task}`,
    benchmark: header?.eval.dataset?.name ?? header?.eval.task ?? null,
    model: header?.eval.model ?? null,
    temperature: header?.eval.model_generate_config?.temperature ?? header?.plan?.config?.temperature ?? null,
    strategy: "single",
    n: epochs,
    arguments: { task: header?.eval.task ?? null },
  });
}

async function readSample(file: SourceFile, arm: OneArm): Promise<Item> {
  let content: string;
  try {
    content = await readText(file, MAXIMUM_SAMPLE_BYTES);
  } catch (error) {
    if (error instanceof UnreadableInput) return rejected(null, `${file.path}: ${error.message}`);
    throw error;
  }
  const json = parseJsonText(content);
  if (!json.ok) return rejected(null, `${file.path}: ${json.reason}`);
  const parsed = sampleSchema.safeParse(json.value);
  return parsed.success ? sampleItem(parsed.data, arm) : rejected(null, `${file.path}: ${explain(parsed.error)}`);
}

function sampleItem(sample: Sample, arm: OneArm): Item {
  const scores: InspectScore[] = Object.entries(sample.scores ?? {}).map(([name, score]) => ({ name, ...score }));
  const { verdict, numbers, detail, answer } = inspectVerdict(scores);
  const failed = sample.error !== undefined && sample.error !== null;
  const row = importedSample({
    armKey: arm.arm.key,
    taskId: String(sample.id),
    chain: sample.epoch - 1,
    raw: sample.output?.completion ?? null,
    text: answer ?? sample.output?.completion ?? null,
    form: "answer",
    verdict: failed ? "infrastructure" : verdict,
    detail: failed ? errorText(sample.error) : detail,
    scores: numbers,
    promptTokens: sample.output?.usage?.input_tokens ?? null,
    answerTokens: sample.output?.usage?.output_tokens ?? null,
  });
  return kept(null, arm.rows([{ type: "sample", sample: row }]));
}

function errorText(error: unknown): string {
  const message: unknown = typeof error === "object" && error !== null && "message" in error ? error.message : error;
  return (typeof message === "string" ? message : JSON.stringify(message)).slice(0, 2_000);
}
