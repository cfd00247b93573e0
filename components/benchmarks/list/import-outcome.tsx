import Link from "next/link";
import { FileLine } from "@/components/imports/imported-files";
import type { BenchmarkImport } from "@/lib/benchmarks/import-schema";
import type { StoredBenchmark } from "@/lib/benchmarks/stored-schema";
import { addressOf } from "./benchmark-line";

/** What became of files that were brought as benchmarks. */
export function ImportOutcome({ report: { benchmarks, files, otherRows } }: { report: BenchmarkImport }) {
  return (
    <section aria-label="What became of the files" aria-live="polite" className="mt-3">
      {benchmarks.map((benchmark) => (
        <StoredLine key={benchmark.id} benchmark={benchmark} />
      ))}
      {otherRows === 0 ? null : (
        <p className="mt-1 text-warn">
          {otherRows.toLocaleString("en")} {otherRows === 1 ? "row is no problem" : "rows are no problems"} but results, such as
          programs.{" "}
          <Link href="/import" className="text-accent underline underline-offset-2">
            Import them as results
          </Link>{" "}
          if you want them.
        </p>
      )}
      <ul className="mt-2 border-t border-line">
        {files.map((file) => (
          <FileLine key={file.path} file={file} />
        ))}
      </ul>
    </section>
  );
}

const SHOWN = 5;

function StoredLine({
  benchmark: { id, slug, title, version, isNew, problems, kinds, duplicates },
}: {
  benchmark: StoredBenchmark;
}) {
  return (
    <>
      <p>
        <Link href={addressOf(id)} className="font-medium text-accent underline underline-offset-2">
          {title}
        </Link>
        <span className="text-soft">
          {" "}
          · <code>{slug}</code> · {problems.toLocaleString("en")} problems ({kinds.join(", ")}) · version {version.slice(0, 12)}
          {isNew ? "" : " · here before, nothing was changed"}
        </span>
      </p>
      {duplicates.length === 0 ? null : (
        <p className="text-warn">
          {duplicates.length} {duplicates.length === 1 ? "task comes" : "tasks come"} more than once; the first problem of each
          counts: {duplicates.slice(0, SHOWN).join(", ")}
          {duplicates.length > SHOWN ? ", …" : ""}
        </p>
      )}
    </>
  );
}
