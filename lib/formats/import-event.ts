import { FileTally } from "@/lib/formats/file-tally";
import type { Format } from "@/lib/formats/format";
import type { FileReport, ImportedRow } from "@/lib/imports/schema";

export type ImportEvent =
  | { readonly type: "rows"; readonly path: string; readonly rows: readonly ImportedRow[] }
  | { readonly type: "report"; readonly report: FileReport };

/** What a report is about: a file as it was brought, or one entry of it. */
export type Subject = { readonly path: string; readonly bytes: number; readonly sha256: string | null };

/** The report of a file that was read to its end. Without one kept row it is a refusal. */
export function done(subject: Subject, format: Format, tally: FileTally): ImportEvent {
  if (tally.kept > 0) return finish(subject, { format, tally, status: "imported", reason: null });
  const first = tally.firstRejection;
  const why =
    first === null ? "it has no rows" : `none of its rows is of the format ${format.title}; the first one: ${first.reason}`;
  return finish(subject, { format, tally, status: "refused", reason: why });
}

/** The report of a file that could not be read, or not to its end. */
export function broken(
  subject: Subject,
  { format, tally, reason }: { format: Format | null; tally: FileTally; reason: string },
): ImportEvent {
  return finish(subject, { format, tally, status: tally.kept > 0 ? "cut-short" : "refused", reason });
}

type Ending = { format: Format | null; tally: FileTally; status: FileReport["status"]; reason: string | null };

function finish(subject: Subject, { format, tally, status, reason }: Ending): ImportEvent {
  return {
    type: "report",
    report: {
      ...subject,
      status,
      reason: reason === null ? null : `${subject.path}: ${reason}`,
      format: format?.id ?? null,
      formatTitle: format?.title ?? null,
      importerVersion: format?.version ?? null,
      ...tally.counts(),
    },
  };
}

/** The report of a file that was not looked into. */
export function refused(subject: Subject, reason: string): ImportEvent {
  return finish(subject, { format: null, tally: new FileTally(), status: "refused", reason });
}
