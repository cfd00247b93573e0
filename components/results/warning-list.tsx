import { CircleAlert, Info } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import type { Warning } from "@/lib/results/schema";

const SHOWN = 4;

/** What a reader must know before believing the numbers; the gravest are always in sight. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  const first = warnings.filter(({ severity }) => severity !== "note").slice(0, SHOWN);
  const rest = warnings.filter((warning) => !first.includes(warning));
  return (
    <section aria-label="Warnings" className="mt-2 grid gap-1.5">
      {first.map((warning) => (
        <WarningLine key={warning.code + warning.message} warning={warning} />
      ))}
      {rest.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer py-0.5 text-soft hover:text-ink">
            {rest.length} more {rest.length === 1 ? "note" : "notes"} on these results
          </summary>
          <div className="mt-1.5 grid gap-1.5">
            {rest.map((warning) => (
              <WarningLine key={warning.code + warning.message} warning={warning} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function WarningLine({ warning: { severity, message } }: { warning: Warning }) {
  const isNote = severity === "note";
  const Icon = isNote ? Info : CircleAlert;
  return (
    <p className={classNames("flex gap-2.5 rounded-md px-3 py-1.5", isNote ? "bg-sunken text-soft" : "bg-warn-soft text-warn")}>
      <Icon size={15} aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0">
        {severity === "error" ? <b className="font-semibold">Do not read on without this: </b> : null}
        {message}
      </span>
    </p>
  );
}
