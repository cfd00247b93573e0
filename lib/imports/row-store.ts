import type { ArmFactors } from "@/lib/experiments/arm";
import { armKeyWithin } from "@/lib/imports/arm-key";
import {
  createImportedArm,
  type OutcomeRow,
  type SentPromptRow,
  saveOutcomes,
  saveSentPrompts,
  saveTallies,
  type TallyRow,
} from "@/lib/imports/data";
import { addImportedSamples, mergeImportedSamples, type SampleRow } from "@/lib/imports/data-samples";
import type { ImportedArm, ImportedRow, ImportedSample } from "@/lib/imports/schema";
import { mergeFactors, toFactors } from "@/lib/imports/to-factors";

/** A statement is sent once so much is waiting: enough rows to be fast, few enough bytes to be held twice. */
const MOST_ROWS = 2_000;
const MOST_CHARACTERS = 4_000_000;

export type KnownArm = {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  factors: ArmFactors;
  samples: number;
  prompts: number;
};

/** Takes an import's rows as they are read and stores them in bulk, holding only the arms and what is about to be sent. */
export class RowStore {
  readonly arms = new Map<string, KnownArm>();
  readonly #experimentId: string;
  readonly #byFile = new Map<string, KnownArm>();
  #samples: SampleRow[] = [];
  #outcomes: OutcomeRow[] = [];
  #tallies: TallyRow[] = [];
  #prompts: SentPromptRow[] = [];
  #characters = 0;
  /** Whether a sample came that was there already: where one is, as with answers and scores in files of their own, there are many. */
  #hasRepeats = false;
  #sending: Promise<void> = Promise.resolve();

  constructor(experimentId: string) {
    this.#experimentId = experimentId;
  }

  /** Takes the next rows of a file; sends what is waiting when it is much. Throws what an earlier sending failed with. */
  async add(path: string, rows: readonly ImportedRow[]): Promise<void> {
    for (const row of rows) {
      await this.#take(path, row);
      const waiting = this.#samples.length + this.#outcomes.length + this.#tallies.length + this.#prompts.length;
      if (waiting >= MOST_ROWS || this.#characters >= MOST_CHARACTERS) await this.#send();
    }
  }

  /** Stores everything that is waiting. */
  async flush(): Promise<void> {
    await this.#send();
    await this.#sending;
  }

  /** Waits until nothing is on its way, whether it arrived or not. */
  async settle(): Promise<void> {
    await this.#sending.catch(() => undefined);
  }

  /** One statement is on its way while the rows of the next are read. */
  async #send(): Promise<void> {
    await this.#sending;
    this.#sending = this.#store();
    // A failure is thrown to whoever waits next; until then nobody does.
    this.#sending.catch(() => undefined);
  }

  async #store(): Promise<void> {
    const [samples, outcomes, tallies, prompts] = [this.#samples, this.#outcomes, this.#tallies, this.#prompts];
    [this.#samples, this.#outcomes, this.#tallies, this.#prompts, this.#characters] = [[], [], [], [], 0];
    await this.#storeSamples(samples);
    await saveOutcomes(lastOfEach(outcomes, ({ armId, taskId, round }) => `${armId}\n${taskId}\n${round}`));
    await saveTallies(tallies);
    await saveSentPrompts(lastOfEach(prompts, ({ armId, taskId }) => `${armId}\n${taskId}`));
  }

  async #storeSamples(samples: readonly SampleRow[]): Promise<void> {
    if (!this.#hasRepeats && (await addImportedSamples(samples))) return;
    this.#hasRepeats = true;
    await mergeImportedSamples(
      lastOfEach(samples, ({ armId, taskId, chain, round }) => `${armId}\n${taskId}\n${chain}\n${round}`),
    );
  }

  async #take(path: string, row: ImportedRow): Promise<void> {
    if (row.type === "arm") await this.#addArm(path, row.arm);
    else if (row.type === "sample") this.#addSample(this.#arm(path, row.sample.armKey), row.sample);
    else if (row.type === "outcome") {
      const { armKey, line: _line, ...outcome } = row.outcome;
      this.#outcomes.push({ ...outcome, armId: this.#arm(path, armKey).id });
    } else if (row.type === "tally") {
      const { armKey, line: _line, ...tally } = row.tally;
      const arm = this.#arm(path, armKey);
      arm.samples += tally.samples;
      this.#tallies.push({ ...tally, armId: arm.id });
    } else if (row.type === "prompt") {
      const { armKey, taskId, text, delivered } = row.prompt;
      const arm = this.#arm(path, armKey);
      arm.prompts += 1;
      this.#characters += text.length;
      this.#prompts.push({ armId: arm.id, taskId, text, delivered });
    }
  }

  #addSample(arm: KnownArm, sample: ImportedSample): void {
    const { taskId, chain, round, raw, text, verdict, suites, detail, scores, promptTokens, answerTokens } = sample;
    const rounds = arm.factors.rounds ?? 1;
    arm.samples += 1;
    this.#characters += (raw?.length ?? 0) + (text?.length ?? 0);
    this.#samples.push({
      armId: arm.id,
      taskId,
      kind: arm.factors.taskKind ?? undefined,
      chain,
      round,
      final: rounds === 1 || round === rounds - 1,
      verdict: verdict ?? "unjudged",
      visiblePassed: scores.visibleTestsPassed === undefined ? undefined : scores.visibleTestsPassed === 1,
      suites: Object.keys(suites).length === 0 ? undefined : suites,
      promptTokens: promptTokens ?? undefined,
      answerTokens: answerTokens ?? undefined,
      detail: detail ?? undefined,
      raw: raw ?? undefined,
      program: text ?? undefined,
    });
  }

  async #addArm(path: string, arm: ImportedArm): Promise<void> {
    const key = armKeyWithin(path, arm);
    const known = this.arms.get(key);
    if (known !== undefined) {
      known.factors = mergeFactors(known.factors, toFactors(arm));
      this.#byFile.set(`${path}\n${arm.key}`, known);
      return;
    }
    const id = await createImportedArm(this.#experimentId, key, this.arms.size);
    const made: KnownArm = { id, key, label: arm.label, factors: toFactors(arm), samples: 0, prompts: 0 };
    this.arms.set(key, made);
    this.#byFile.set(`${path}\n${arm.key}`, made);
  }

  #arm(path: string, key: string): KnownArm {
    const arm = this.#byFile.get(`${path}\n${key}`);
    if (arm === undefined) throw new Error(`A row of ${path} names the arm ${key} before that arm was given.`);
    return arm;
  }
}

/** One statement cannot change a row twice. */
function lastOfEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
