import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { seededRandom } from "@/lib/stats/seeded-random";

export type Extent = {
  readonly models: number;
  readonly conditions: readonly string[];
  readonly problems: number;
  readonly samples: number;
};

const lines = [
  "    result = []",
  "    for index, value in enumerate(values):",
  "        if value % 2 == 0 and value not in seen:",
  "            result.append(value * index)",
  "        else:",
  "            total += abs(value - limit)",
  "    return sorted(result, key=lambda item: (-item, str(item)))",
  "    # Walk through the characters and count how often each occurs",
  "    counts = {}",
  "    counts[character] = counts.get(character, 0) + 1",
];

/**
 * Writes a file of HumanEval results for every model and condition, with programs of 0.2 to 1 kB and outcomes that differ by problem and
 * by condition. The same extent gives the same files.
 * @returns The files and their bytes.
 */
export async function writeFiles(folder: string, extent: Extent): Promise<{ files: string[]; bytes: number }> {
  const random = seededRandom(20_261);
  const difficulty = Array.from({ length: extent.problems }, () => random.nextUnit());
  const files: string[] = [];
  let bytes = 0;
  for (const [place, condition] of extent.conditions.entries()) {
    const own = path.join(folder, condition.replace(":", "-"));
    await mkdir(own, { recursive: true });
    for (let model = 0; model < extent.models; model += 1) {
      const file = path.join(own, `model-${model}_temp_0.8_results.jsonl`);
      const stream = createWriteStream(file);
      for (const [task, hard] of difficulty.entries()) {
        let text = "";
        for (let sample = 0; sample < extent.samples; sample += 1) {
          const passed = random.nextUnit() < hard * (0.7 + 0.02 * place + 0.02 * model);
          const completion = program(random.nextInt);
          const result = passed ? "passed" : "failed: AssertionError";
          text += `${JSON.stringify({ task_id: `HumanEval/${task}`, completion, result, passed })}\n`;
        }
        bytes += Buffer.byteLength(text);
        if (!stream.write(text)) await once(stream, "drain");
      }
      stream.end();
      await once(stream, "finish");
      files.push(file);
    }
  }
  return { files, bytes };
}

function program(nextInt: (bound: number) => number): string {
  const length = 6 + nextInt(14);
  return Array.from({ length }, () => `${lines[nextInt(lines.length)]}\n`).join("");
}
