import { BinaryRows } from "@/lib/database/binary-rows";
import { getDatabase } from "@/lib/database/client";
import { copyRows } from "@/lib/database/copy-rows";
import type { SampleVerdict } from "@/lib/samples/schema";
import { storableJson } from "@/lib/samples/storable-text";

/** What is not known is left out rather than null: the database reads a name per value, and there are many of both. */
export type SampleRow = {
  readonly armId: string;
  readonly taskId: string;
  readonly kind: string | undefined;
  readonly chain: number;
  readonly round: number;
  readonly final: boolean;
  readonly verdict: SampleVerdict;
  readonly visiblePassed: boolean | undefined;
  readonly suites: Readonly<Record<string, string>> | undefined;
  readonly promptTokens: number | undefined;
  readonly answerTokens: number | undefined;
  readonly detail: string | undefined;
  readonly raw: string | undefined;
  readonly program: string | undefined;
};

/** In the order in which `encode` writes them. */
const COLUMNS = [
  "armId",
  "taskId",
  "kind",
  "chain",
  "round",
  "final",
  "verdict",
  "visiblePassed",
  "suites",
  "promptTokens",
  "answerTokens",
  "detail",
  "raw",
  "program",
] as const satisfies readonly (keyof SampleRow)[];
const COPY = `COPY "Sample" (${COLUMNS.map((name) => `"${name}"`).join(", ")}) FROM STDIN (FORMAT binary)`;

/** How PostgreSQL says that a row of that name is there already. */
const UNIQUE_VIOLATION = "23505";

/** Stores samples that nobody told of before; false, and none of them stored, when one of them is there already. */
export async function addImportedSamples(rows: readonly SampleRow[]): Promise<boolean> {
  if (rows.length === 0) return true;
  try {
    await copyRows(COPY, encode(rows));
    return true;
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

function encode(samples: readonly SampleRow[]): Uint8Array {
  const rows = new BinaryRows();
  for (const sample of samples) {
    rows.startRow(COLUMNS.length);
    rows.addText(sample.armId);
    rows.addText(sample.taskId);
    rows.addText(sample.kind);
    rows.addInteger(sample.chain);
    rows.addInteger(sample.round);
    rows.addBoolean(sample.final);
    rows.addText(sample.verdict);
    rows.addBoolean(sample.visiblePassed);
    rows.addJson(sample.suites === undefined ? undefined : storableJson(sample.suites));
    rows.addInteger(sample.promptTokens);
    rows.addInteger(sample.answerTokens);
    rows.addText(sample.detail);
    rows.addText(sample.raw);
    rows.addText(sample.program);
  }
  return rows.finish();
}

/** Stores samples of which others may have told; each fills in what the earlier ones left open. Takes twice as long as adding. */
export async function mergeImportedSamples(rows: readonly SampleRow[]): Promise<void> {
  if (rows.length === 0) return;
  await getDatabase().$executeRaw`
    INSERT INTO "Sample" AS s ("armId", "taskId", "kind", "chain", "round", "final", "verdict", "visiblePassed", "suites",
      "promptTokens", "answerTokens", "detail", "raw", "program")
    SELECT r.* FROM json_to_recordset(${storableJson(rows)}::json) AS r("armId" text, "taskId" text, "kind" text, "chain" int, "round" int,
      "final" boolean, "verdict" text, "visiblePassed" boolean, "suites" jsonb, "promptTokens" int, "answerTokens" int,
      "detail" text, "raw" text, "program" text)
    ON CONFLICT ("armId", "taskId", "chain", "round") DO UPDATE SET
      "verdict" = CASE WHEN excluded."verdict" = 'unjudged' THEN s."verdict" ELSE excluded."verdict" END,
      "visiblePassed" = coalesce(excluded."visiblePassed", s."visiblePassed"),
      "suites" = coalesce(excluded."suites", s."suites"),
      "promptTokens" = coalesce(s."promptTokens", excluded."promptTokens"),
      "answerTokens" = coalesce(s."answerTokens", excluded."answerTokens"),
      "detail" = coalesce(excluded."detail", s."detail"),
      "raw" = coalesce(s."raw", excluded."raw"),
      "program" = coalesce(s."program", excluded."program")`;
}
