"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ProblemDetail } from "@/lib/benchmarks/api-schema";
import { problemQuery } from "@/lib/benchmarks/queries";
import { CodeBlock } from "./code-block";
import { ProblemTests } from "./problem-tests";

/** One problem whole: what is asked, what it starts from, its tests, and behind a toggle what would give it away. */
export function ProblemView({ benchmarkId, problemId }: { benchmarkId: string; problemId: string | null }) {
  const { data, error } = useQuery({ ...problemQuery(benchmarkId, problemId ?? ""), enabled: problemId !== null });
  if (problemId === null)
    return (
      <p className="rounded-lg border border-dashed border-line-strong px-4 py-10 text-center text-soft">
        Choose a problem to read it. Arrow keys move through the list.
      </p>
    );
  if (error !== null)
    return (
      <p role="alert" className="text-bad">
        {error.message}
      </p>
    );
  if (data === undefined) return <div aria-busy="true" className="h-120 rounded-lg bg-sunken" />;
  return <Whole detail={data} />;
}

const starterTitles = {
  synthesis: "Starts from",
  repair: "Buggy program",
  "output-prediction": "Program in question",
  "input-prediction": "Program in question",
} as const;

function Whole({ detail: { problem, visibleTests, hiddenTests, checks } }: { detail: ProblemDetail }) {
  const { taskId, kind, title, difficulty, tags, prompt, starter, reference, preamble, timeLimitMs, metadata } = problem;
  const facts = [kind, difficulty, ...tags, timeLimitMs === null ? null : `${timeLimitMs / 1000} s per test`];
  return (
    <article aria-label={`Problem ${taskId}`} className="min-w-0 rounded-lg border border-line bg-surface p-4">
      <h3 className="font-mono font-semibold break-words">{taskId}</h3>
      <p className="text-soft">
        {title === null || title === taskId ? "" : `${title} · `}
        {facts.filter((fact) => fact !== null).join(" · ")}
      </p>
      {checks.map(({ role, verdict, isExpected, reason }) => (
        <p key={role} className={isExpected ? "text-soft" : "text-warn"}>
          {role === "reference" ? "Its solution" : "Its buggy program"} was judged {verdict}
          {isExpected ? "" : role === "reference" ? " and should pass" : " and should not pass"}
          {reason === null ? "" : `: ${reason}`}
        </p>
      ))}
      <Part title="What is asked">
        <CodeBlock label="What is asked" text={prompt} isProse={starter !== prompt && problem.completionPrefix === null} />
      </Part>
      {starter === null || starter === prompt ? null : (
        <Part title={starterTitles[kind]}>
          <CodeBlock label={starterTitles[kind]} text={starter} />
        </Part>
      )}
      {preamble === "" ? null : (
        <Part title="Runs before every program">
          <CodeBlock label="Runs before every program" text={preamble} />
        </Part>
      )}
      <Part title={`Visible tests: ${visibleTests.total.toLocaleString("en")}`} note="may be put into prompts">
        <ProblemTests tests={visibleTests} empty="None: a prompt cannot show a failing test, nor its trace." />
      </Part>
      <Part title={`Hidden tests: ${hiddenTests.total.toLocaleString("en")}`} note="never reach a prompt; they score">
        <details>
          <summary className="cursor-pointer text-soft hover:text-ink">Show hidden tests</summary>
          <ProblemTests tests={hiddenTests} empty="None." />
        </details>
      </Part>
      {reference === null ? null : (
        <Part title="Reference solution" note="never reaches a prompt">
          <details>
            <summary className="cursor-pointer text-soft hover:text-ink">Show the solution</summary>
            <CodeBlock label="Reference solution" text={reference} />
          </details>
        </Part>
      )}
      {Object.keys(metadata).length === 0 ? null : (
        <p className="mt-3 break-words text-faint">
          {Object.entries(metadata)
            .map(([name, value]) => `${name}: ${String(value)}`)
            .join(" · ")}
        </p>
      )}
    </article>
  );
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="mt-3 min-w-0">
      <h4 className="mb-1 text-xs font-semibold text-soft">
        {title}
        {note === undefined ? null : <span className="font-normal"> · {note}</span>}
      </h4>
      {children}
    </section>
  );
}
