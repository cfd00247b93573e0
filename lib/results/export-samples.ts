import type { Filter } from "@/lib/filters/schema";
import { ParquetFile, parquetMediaType } from "@/lib/formats/export/parquet";
import { findTextExporter } from "@/lib/formats/export/registry";
import type { Row, TextExporter } from "@/lib/formats/export/table";
import { eachSample } from "@/lib/results/data-samples";
import { sampleColumns } from "@/lib/results/sample-table";
import type { Sort } from "@/lib/results/samples-schema";
import type { ArmReport } from "@/lib/results/schema";

export type SamplesExport = {
  readonly experimentId: string;
  readonly format: string;
  readonly filter: Filter | null;
  readonly sort: Sort;
  readonly columns: readonly string[];
  readonly arms: ReadonlyMap<string, ArmReport>;
};

export type ExportedFile = {
  readonly body: ReadableStream<Uint8Array> | Uint8Array;
  readonly mediaType: string;
  readonly extension: string;
};

/** The samples that are seen as a file, written as they are read; null for an unknown format. */
export async function exportSamples(wanted: SamplesExport): Promise<ExportedFile | null> {
  if (wanted.format === "parquet") return { body: await parquetOf(wanted), mediaType: parquetMediaType, extension: "parquet" };
  const exporter = findTextExporter(wanted.format);
  if (exporter === undefined) return null;
  return { body: toStream(pieces(exporter, wanted)), mediaType: exporter.mediaType, extension: exporter.extension };
}

async function* batchesOf({ experimentId, filter, sort, columns, arms }: SamplesExport): AsyncGenerator<readonly Row[]> {
  const named = sampleColumns(columns);
  for await (const samples of eachSample(experimentId, { filter, sort })) {
    yield samples.map((sample) => {
      const arm = arms.get(sample.armId);
      return named.map(({ cell }) => cell(sample, arm));
    });
  }
}

/** Rows of one group of a Parquet file: many enough to be packed well, few enough to hold nobody up. */
const GROUP_ROWS = 50_000;

async function parquetOf(wanted: SamplesExport): Promise<Uint8Array> {
  const file = new ParquetFile(sampleColumns(wanted.columns).map(({ column }) => column));
  let waiting: Row[] = [];
  for await (const rows of batchesOf(wanted)) {
    waiting.push(...rows);
    if (waiting.length < GROUP_ROWS) continue;
    file.write(waiting);
    waiting = [];
  }
  file.write(waiting);
  return file.end();
}

async function* pieces(exporter: TextExporter, wanted: SamplesExport): AsyncGenerator<Uint8Array> {
  const columns = sampleColumns(wanted.columns).map(({ column }) => column);
  const encoder = new TextEncoder();
  yield encoder.encode(exporter.head(columns));
  for await (const rows of batchesOf(wanted)) yield encoder.encode(rows.map((row) => exporter.row(columns, row)).join(""));
  yield encoder.encode(exporter.foot(columns));
}

/** Asked for piece by piece, so that a slow reader holds nothing up and fills no memory. */
function toStream(source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}
