import { Check, LoaderCircle, Minus, X } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { countTests } from "../count-tests";
import type { RoundState } from "../round-state";

/** How a round ended, in a word and two counts. */
export function RoundVerdict({ round }: { round: RoundState }) {
  const { phase, full } = round;
  if (phase === "failed") return <Mark tone="bad">not finished</Mark>;
  if (phase === "stopped") return <Mark tone="plain">stopped</Mark>;
  if (full === null) return <LoaderCircle size={14} aria-label="running" className="text-accent motion-safe:animate-spin" />;
  const visible = countTests(full, "visible");
  const hidden = countTests(full, "hidden");
  return (
    <>
      <Mark tone={full.verdict === "passed" ? "good" : "bad"}>{full.verdict === "no_code" ? "no program" : full.verdict}</Mark>
      <span className="text-soft tabular-nums">
        {[
          visible.all === 0 ? null : `visible ${visible.passed}/${visible.all}`,
          hidden.all === 0 ? null : `hidden ${hidden.passed}/${hidden.all}`,
        ]
          .filter((part) => part !== null)
          .join(" · ")}
      </span>
    </>
  );
}

const looks = {
  good: "text-[var(--codeexecutor)]",
  bad: "text-bad",
  plain: "text-soft",
} as const;

function Mark({ tone, children }: { tone: keyof typeof looks; children: string }) {
  const Icon = tone === "good" ? Check : tone === "bad" ? X : Minus;
  return (
    <span className={classNames("inline-flex items-center gap-1 font-medium", looks[tone])}>
      <Icon size={14} aria-hidden />
      {children}
    </span>
  );
}
