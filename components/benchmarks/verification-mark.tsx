import { CircleCheck, CircleDashed, CircleDot, CircleX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Verification } from "@/lib/benchmarks/api-schema";
import { isUnderWay } from "@/lib/benchmarks/queries";

export function judgedOf({ references, buggy }: Pick<Verification, "references" | "buggy">): number {
  return references.programs + buggy.programs;
}

/** How far a benchmark was checked against itself, and with what result, in a few words. */
export function VerificationMark({ verification, name }: { verification: Verification | null; name: string }) {
  if (verification === null)
    return (
      <Mark icon={<CircleDashed size={14} aria-hidden />} colour="text-faint">
        not checked
      </Mark>
    );
  const { status, programs, exceptions } = verification;
  const judged = judgedOf(verification);
  const some = exceptions === 0 ? "" : ` · ${exceptions} ${exceptions === 1 ? "exception" : "exceptions"}`;
  if (isUnderWay(verification)) {
    return (
      <span className="grid gap-1">
        <Mark icon={<CircleDot size={14} aria-hidden />} colour="text-accent">
          {status === "waiting" && judged === 0 ? "waiting" : `${count(judged)} of ${count(programs)}${some}`}
        </Mark>
        <CheckBar label={`Check of ${name}`} judged={judged} programs={programs} />
      </span>
    );
  }
  if (status === "stopped")
    return (
      <Mark icon={<CircleX size={14} aria-hidden />} colour="text-soft">
        stopped at {count(judged)} of {count(programs)}
        {some}
      </Mark>
    );
  if (programs === 0)
    return (
      <Mark icon={<CircleDashed size={14} aria-hidden />} colour="text-soft">
        no solutions to check
      </Mark>
    );
  if (exceptions > 0)
    return (
      <Mark icon={<TriangleAlert size={14} aria-hidden />} colour="text-warn">
        {count(exceptions)} {exceptions === 1 ? "exception" : "exceptions"} of {count(programs)}
      </Mark>
    );
  return (
    <Mark icon={<CircleCheck size={14} aria-hidden />} colour="text-soft">
      {count(programs)} as expected
    </Mark>
  );
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function Mark({ icon, colour, children }: { icon: ReactNode; colour: string; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap tabular-nums ${colour}`}>
      <span className="shrink-0">{icon}</span>
      <span>{children}</span>
    </span>
  );
}

export function CheckBar({ label, judged, programs }: { label: string; judged: number; programs: number }) {
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(1, programs)}
      aria-valuenow={judged}
      aria-valuetext={`${judged} of ${programs} programs`}
      className="flex h-1.5 min-w-10 overflow-hidden rounded-full bg-line"
    >
      <span className="bg-accent" style={{ width: `${programs === 0 ? 0 : (judged / programs) * 100}%` }} />
    </span>
  );
}
