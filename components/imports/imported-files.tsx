import type { Route } from "next";
import Link from "next/link";
import { importCounts, importHeading } from "@/lib/imports/describe-import";
import type { ImportReport } from "@/lib/imports/report-schema";
import type { FileReport } from "@/lib/imports/schema";

/** What became of an import, file by file. */
export function ImportedFiles({ report }: { report: ImportReport }) {
  const { experimentId, name, benchmarks, files } = report;
  return (
    <section aria-labelledby="outcome" className="mt-6">
      <h2 id="outcome" className="text-lg font-semibold">
        {importHeading(report)}
      </h2>
      {experimentId === null ? null : (
        <p>
          <Link href={`/experiments/${experimentId}` as Route} className="font-medium text-accent underline underline-offset-2">
            {name}
          </Link>
          <span className="text-soft"> · {importCounts(report).join(" · ")}</span>
        </p>
      )}
      {benchmarks.map((benchmark) => (
        <p key={benchmark.id}>
          Benchmark{" "}
          <Link
            href={`/benchmarks/${encodeURIComponent(benchmark.id)}` as Route}
            className="font-medium text-accent underline underline-offset-2"
          >
            {benchmark.title}
          </Link>
          <span className="text-soft">
            {" "}
            · {benchmark.problems.toLocaleString("en")} {benchmark.problems === 1 ? "problem" : "problems"} · version{" "}
            {benchmark.version.slice(0, 12)}
            {benchmark.isNew ? "" : " · here before"}
          </span>
        </p>
      ))}
      <ul className="mt-3 border-t border-line">
        {files.map((file) => (
          <FileLine key={file.path} file={file} />
        ))}
      </ul>
    </section>
  );
}

/** What became of one file, with the places that are at fault. */
export function FileLine({ file }: { file: FileReport }) {
  const notices = file.notices.filter(({ severity }) => severity !== "information");
  return (
    <li className="border-b border-line py-1.5">
      <p className="flex gap-3">
        <code className="min-w-0 grow truncate">{file.path}</code>
        <span className="shrink-0 text-soft tabular-nums">
          {file.formatTitle ?? "not recognized"} · {file.rowsKept} of {file.rowsRead} {file.rowsRead === 1 ? "row" : "rows"}
        </span>
      </p>
      {file.reason === null ? null : <p className="text-bad">{file.reason}</p>}
      {file.rejections.slice(0, 5).map(({ line, reason }) => (
        <p key={`${line} ${reason}`} className="text-bad">
          {line === null ? "" : `Line ${line}: `}
          {reason}
        </p>
      ))}
      {notices.map(({ code, message }) => (
        <p key={code + message} className="text-warn">
          {message}
        </p>
      ))}
    </li>
  );
}
