import type { Filter } from "@/lib/filters/schema";
import { parquet, parquetMediaType } from "@/lib/formats/export/parquet";
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
  if (wanted.format === "parquet") {
    const named = sampleColumns(wanted.columns);
    const rows: Row[] = [];
    for await (const row of rowsOf(wanted)) rows.push(row);
    const body = parquet(
      named.map(({ column }) => column),
      rows,
    );
    return { body, mediaType: parquetMediaType, extension: "parquet" };
  }
  const exporter = findTextExporter(wanted.format);
  if (exporter === undefined) return null;
  return { body: toStream(pieces(exporter, wanted)), mediaType: exporter.mediaType, extension: exporter.extension };
}

async function* rowsOf({ experimentId, filter, sort, columns, arms }: SamplesExport): AsyncGenerator<Row> {
  const named = sampleColumns(columns);
  for await (const sample of eachSample(experimentId, { filter, sort })) {
    const arm = arms.get(sample.armId);
    yield named.map(({ cell }) => cell(sample, arm));
  }
}

const PIECE_CHARACTERS = 64_000;

async function* pieces(exporter: TextExporter, wanted: SamplesExport): AsyncGenerator<Uint8Array> {
  const columns = sampleColumns(wanted.columns).map(({ column }) => column);
  const encoder = new TextEncoder();
  let waiting = exporter.head(columns);
  for await (const row of rowsOf(wanted)) {
    waiting += exporter.row(columns, row);
    if (waiting.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(waiting);
    waiting = "";
  }
  yield encoder.encode(waiting + exporter.foot(columns));
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
