import { Check, Minus, X } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import type { TestOutcome } from "@/lib/judge/schema";
import type { RoundState } from "../round-state";
import { Part } from "./part";

/** What the judge said of every test; hidden ones apart. */
export function TestsView({ round }: { round: RoundState }) {
  const visible = round.visible?.verdict?.tests ?? [];
  const hidden = (round.full?.tests ?? []).filter((test) => !test.visible);
  return (
    <Part title="Tests" detail={round.full === null ? <span>judging …</span> : <span>{round.full.elapsedMs.toFixed(0)} ms</span>}>
      {visible.length === 0 ? null : <TestTable title="Visible" tests={visible} />}
      {hidden.length === 0 ? null : <TestTable title="Hidden: scored, never in a prompt" tests={hidden} />}
      {visible.length + hidden.length === 0 ? (
        <p className="text-soft">{round.full === null ? "Judging …" : "No test was run, because there was no program."}</p>
      ) : null}
    </Part>
  );
}

const words: Record<TestOutcome["outcome"], string> = {
  passed: "passed",
  wrong: "wrong",
  raised: "raised",
  timeout: "time-out",
  memory: "memory",
  crashed: "crashed",
  tampered: "tampered",
  "not-run": "not run",
};

function TestTable({ title, tests }: { title: string; tests: readonly TestOutcome[] }) {
  return (
    <div className="mb-3 max-h-80 overflow-auto">
      <table className="w-full table-fixed border-collapse text-left">
        <caption className="pb-1 text-left text-xs text-soft">{title}</caption>
        <thead className="text-xs text-faint">
          <tr className="border-b border-line">
            <th className="w-24 py-0.5 pr-2 font-normal">Outcome</th>
            <th className="py-0.5 pr-2 font-normal">Test</th>
            <th className="w-1/5 py-0.5 pr-2 font-normal">Expected</th>
            <th className="w-1/4 py-0.5 font-normal">Actual</th>
          </tr>
        </thead>
        <tbody className="font-mono text-xs">
          {tests.map((test) => (
            <tr key={test.index} className="border-b border-line align-top">
              <td className="py-1 pr-2 font-sans">
                <Outcome outcome={test.outcome} />
              </td>
              <Cell text={test.input} />
              <Cell text={test.expected ?? "—"} />
              <Cell text={test.message ?? test.actual ?? "—"} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ text }: { text: string }) {
  const shown =
    text.length > 600 ? `${text.slice(0, 600)} … (${(text.length - 600).toLocaleString("en")} characters more)` : text;
  return <td className="py-1 pr-2 whitespace-pre-wrap [overflow-wrap:anywhere]">{shown}</td>;
}

function Outcome({ outcome }: { outcome: TestOutcome["outcome"] }) {
  const Icon = outcome === "passed" ? Check : outcome === "not-run" ? Minus : X;
  const look = outcome === "passed" ? "text-[var(--codeexecutor)]" : outcome === "not-run" ? "text-soft" : "text-bad";
  return (
    <span className={classNames("inline-flex items-center gap-1", look)}>
      <Icon size={13} aria-hidden />
      {words[outcome]}
    </span>
  );
}
