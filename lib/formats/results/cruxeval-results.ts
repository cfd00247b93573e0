import { z } from "zod";
import type { FileFormat, Item, ReadContext, Reader, SourceValue } from "@/lib/formats/format";
import { kept, notice, rejected } from "@/lib/formats/items";
import { isObject, member } from "@/lib/formats/looks";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import { nameFactors } from "@/lib/formats/results/name-factors";
import { OneArm } from "@/lib/formats/results/one-arm";
import type { ImportedArm } from "@/lib/imports/schema";

const generationsSchema = z.array(z.string());
const flagsSchema = z.array(z.boolean());

/** CRUXEval's answers before scoring: one object, a list of answers per task. */
export const cruxevalGenerations: FileFormat = {
  id: "cruxeval-generations",
  title: "CRUXEval generations",
  kind: "results",
  version: "1",
  description: 'one JSON object {"sample_0": ["answer", …]}',
  shape: "file",
  recognize({ document }) {
    const [first] = isObject(document) ? Object.entries(document) : [];
    return first !== undefined && /^sample_\d+$/.test(first[0]) && Array.isArray(first[1]) ? 1 : 0;
  },
  descend: (path) => path.length === 0,
  open(context) {
    const arm = new OneArm(cruxevalArm(context));
    return {
      value({ path: [taskId], value, line }) {
        const answers = generationsSchema.safeParse(value);
        if (typeof taskId !== "string" || !answers.success)
          return [rejected(line, `${String(taskId)}: its answers are not a list of texts`)];
        return answerItems(arm, { taskId, line, answers: answers.data, flags: null });
      },
      end: () => [],
    };
  },
};

/** CRUXEval's answers with their flags, as its `evaluation_results` are. */
export const cruxevalScored: FileFormat = {
  id: "cruxeval-scored",
  title: "CRUXEval scored generations",
  kind: "results",
  version: "1",
  description: "one JSON object {raw_generations, raw_scored_generations, pass_at_1, pass_at_5}",
  shape: "file",
  recognize: ({ document }) => (isObject(member(document, "raw_generations")) ? 1 : 0),
  descend: (path) =>
    path.length === 0 || (path.length === 1 && (path[0] === "raw_generations" || path[0] === "raw_scored_generations")),
  open: (context) => new ScoredReader(new OneArm(cruxevalArm(context))),
};

/**
 * The answers come first and the flags after them, so the answers are held until then; such a file has 800 tasks.
 * `pass_at_5` is not taken over: the file says 100 where there are fewer than five answers.
 */
class ScoredReader implements Reader {
  readonly #arm: OneArm;
  readonly #waiting = new Map<string, { answers: string[]; line: number }>();
  readonly #early = new Map<string, boolean[]>();
  #fewest = Number.POSITIVE_INFINITY;
  #passAt5: number | null = null;

  constructor(arm: OneArm) {
    this.#arm = arm;
  }

  value({ path: [part, taskId], value, line }: SourceValue): readonly Item[] {
    if (part === "pass_at_5" && typeof value === "number") this.#passAt5 = value;
    if (typeof taskId !== "string") return [];
    if (part === "raw_generations") {
      const answers = generationsSchema.safeParse(value);
      if (!answers.success) return [rejected(line, `${taskId}: its answers are not a list of texts`)];
      this.#waiting.set(taskId, { answers: answers.data, line });
      const flags = this.#early.get(taskId);
      return flags === undefined ? [] : this.#join(taskId, flags);
    }
    const flags = flagsSchema.safeParse(value);
    if (!flags.success) return [rejected(line, `${taskId}: its flags are not a list of true and false`)];
    if (!this.#waiting.has(taskId)) this.#early.set(taskId, flags.data);
    return this.#join(taskId, flags.data);
  }

  end(): readonly Item[] {
    const items = [...this.#waiting].flatMap(([taskId, held]) => answerItems(this.#arm, { taskId, ...held, flags: null }));
    if (this.#waiting.size > 0) {
      items.push(
        notice("warning", "unscored", {
          message: `${this.#waiting.size} tasks have answers but no flags; their answers are kept without a verdict`,
        }),
      );
    }
    if (this.#passAt5 !== null && this.#fewest < 5) {
      const message = `the file says pass@5 = ${this.#passAt5}, but has only ${this.#fewest} answers for some task: pass@5 is undefined`;
      items.push(notice("warning", "pass-at-k-undefined", { message }));
    }
    return items;
  }

  #join(taskId: string, flags: boolean[]): readonly Item[] {
    const found = this.#waiting.get(taskId);
    if (found === undefined) return [];
    this.#waiting.delete(taskId);
    if (found.answers.length !== flags.length) {
      return [rejected(found.line, `${taskId}: it has ${found.answers.length} answers and ${flags.length} flags`)];
    }
    this.#fewest = Math.min(this.#fewest, flags.length);
    return answerItems(this.#arm, { taskId, line: found.line, answers: found.answers, flags });
  }
}

type Answers = { taskId: string; line: number; answers: readonly string[]; flags: readonly boolean[] | null };

function answerItems(arm: OneArm, { taskId, line, answers, flags }: Answers): Item[] {
  if (answers.length === 0) return [rejected(line, `${taskId}: it has no answers`)];
  const rows = answers.map((answer, index) => {
    const flag = flags?.[index];
    const verdict =
      flag === undefined ? null : flag ? ("passed" as const) : answer.trim() === "" ? ("no_code" as const) : ("failed" as const);
    const sample = importedSample({
      armKey: arm.arm.key,
      taskId,
      line,
      chain: arm.nextChain(taskId),
      text: answer,
      form: "answer",
      verdict,
    });
    return { type: "sample" as const, sample };
  });
  return [kept(line, arm.rows(rows))];
}

function cruxevalArm({ path }: ReadContext): ImportedArm {
  const { model, temperature, chainOfThought } = nameFactors(path);
  const direction = /_(input|output)(?=[./]|$)/.exec(path)?.[1];
  return importedArm({
    key: path,
    label:
      model === null
        ? path
        : [model, chainOfThought ? "chain of thought" : "", temperature === null ? "" : `T = ${temperature}`, direction ?? ""]
            .filter((part) => part !== "")
            .join(" · "),
    benchmark: "cruxeval",
    taskKind: direction === undefined ? null : direction === "input" ? "input-prediction" : "output-prediction",
    model,
    temperature,
    chainOfThought,
    condition: chainOfThought ? "cot" : "code",
    strategy: "single",
    tests: "execution",
  });
}
