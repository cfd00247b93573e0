import { saveBenchmark } from "@/lib/benchmarks/data";
import type { Problem } from "@/lib/benchmarks/schema";
import { getDatabase } from "@/lib/database/client";
import { buildProblem } from "./build-problem";
import { type OpenAiServer, startOpenAiServer } from "./openai-server";

const source = { fileName: "small.jsonl", sha256: null, importerVersion: null };

/** Problems with a number of their own, so that a prompt tells which it is. */
export function numberedProblems(): Problem[] {
  return Array.from({ length: 6 }, (_, index) =>
    buildProblem({
      taskId: `add-${index}`,
      prompt: `Write add_${index}(n) that returns n + ${index + 2}.`,
      entryPoint: `add_${index}`,
      reference: `def add_${index}(n):\n    return n + ${index + 2}\n`,
      tests: [
        {
          id: "v",
          suite: "example",
          visible: true,
          kind: "call",
          arguments: "1",
          expected: String(index + 3),
          collect: "none",
          tolerance: null,
        },
        {
          id: "h",
          suite: "base",
          visible: false,
          kind: "call",
          arguments: "777001",
          expected: String(777001 + index + 2),
          collect: "none",
          tolerance: null,
        },
      ],
    }),
  );
}

/** Stores them as the benchmark "small". */
export async function saveNumberedProblems(): Promise<void> {
  await saveBenchmark({ slug: "small", title: "Small", format: "problems", source, problems: numberedProblems() });
}

export const isOver = ({ experiment }: { experiment: { status: string } }) => experiment.status === "completed";
export const samplesOf = (experimentId: string) =>
  getDatabase().sample.findMany({
    where: { arm: { experimentId } },
    include: { generation: true, arm: true },
    orderBy: [{ armId: "asc" }, { taskId: "asc" }, { chain: "asc" }, { round: "asc" }],
  });

/** An endpoint whose answers depend on the prompt and on nothing else: wrong at first, right once the prompt shows an attempt. */
export function startModel(faults = {}, latencyMs = 5): Promise<OpenAiServer> {
  return startOpenAiServer({
    seed: 5,
    faults,
    latencyMs,
    answer: (prompt, body) => {
      const index = Number(/add_(\d)/.exec(prompt)?.[1] ?? 0);
      const isMended = prompt.includes("Attempt") && (index + Number(body.seed ?? 0)) % 2 === 0;
      return `\`\`\`python\ndef add_${index}(n):\n    return n + ${isMended ? index + 2 : 1}\n\`\`\``;
    },
  });
}

export const remote = (server: OpenAiServer, given = {}) => ({
  provider: "openai-chat" as const,
  id: "remote",
  title: "Remote",
  modelName: "m",
  baseUrl: server.baseUrl,
  ...given,
});
