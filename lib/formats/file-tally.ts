import type { Item } from "@/lib/formats/format";
import type { FileReport, ImportedRow, Notice, Rejection } from "@/lib/imports/schema";

const KEPT_REJECTIONS = 200;
const KEPT_NOTICES = 500;

/** Counts what reading one file gave, for its report. Grows with the number of tasks, not of rows. */
export class FileTally {
  readonly #rejections: Rejection[] = [];
  readonly #notices: Notice[] = [];
  readonly #yielded: Record<string, number> = {};
  readonly #tasks = new Set<string>();
  #kept = 0;
  #rejected = 0;
  #droppedNotices = 0;

  /** Takes one batch; returns the canonical rows in it. */
  add(items: readonly Item[]): ImportedRow[] {
    const rows: ImportedRow[] = [];
    for (const item of items) {
      if (item.type === "notice") this.addNotice(item.notice);
      else if (item.type === "rejected") {
        this.#rejected += 1;
        if (this.#rejections.length < KEPT_REJECTIONS) this.#rejections.push({ line: item.line, reason: item.reason });
      } else {
        if (item.type === "kept") this.#kept += 1;
        for (const row of item.rows) rows.push(row);
      }
    }
    for (const row of rows) this.#count(row);
    return rows;
  }

  addNotice(notice: Notice): void {
    if (this.#notices.length < KEPT_NOTICES) this.#notices.push(notice);
    else this.#droppedNotices += 1;
  }

  get kept(): number {
    return this.#kept;
  }

  get firstRejection(): Rejection | null {
    return this.#rejections[0] ?? null;
  }

  counts(): Pick<FileReport, "rowsRead" | "rowsKept" | "rowsRejected" | "rejections" | "notices" | "yielded" | "tasks"> {
    const more = this.#droppedNotices;
    const notices =
      more === 0
        ? this.#notices
        : [
            ...this.#notices,
            { severity: "warning" as const, code: "more-notices", message: `${more} more notices`, line: null, taskId: null },
          ];
    return {
      rowsRead: this.#kept + this.#rejected,
      rowsKept: this.#kept,
      rowsRejected: this.#rejected,
      rejections: this.#rejections,
      notices,
      yielded: this.#yielded,
      tasks: this.#tasks.size,
    };
  }

  #count(row: ImportedRow): void {
    this.#yielded[row.type] = (this.#yielded[row.type] ?? 0) + 1;
    const taskId = taskOf(row);
    if (taskId !== null) this.#tasks.add(taskId);
  }
}

function taskOf(row: ImportedRow): string | null {
  switch (row.type) {
    case "problem":
      return row.problem.taskId;
    case "arm":
      return null;
    case "sample":
      return row.sample.taskId;
    case "outcome":
      return row.outcome.taskId;
    case "tally":
      return row.tally.taskId;
    case "prompt":
      return row.prompt.taskId;
  }
}
