"use client";
import Link from "next/link";
import { RehearsalButton } from "./rehearsal-button";

const steps = [
  [
    "Rehearse",
    "Run the whole way once with problems that come with Polytrace and a stand-in for a model: it takes seconds and costs nothing.",
  ],
  [
    "Design",
    "Choose benchmarks, models, and what information prompts carry. The page says what it costs and what it could find at all.",
  ],
  [
    "Run",
    "Watch it, pause it, go on with it. Differences come with their intervals, and say when they cannot be told from zero.",
  ],
] as const;

/** What an experiment is, and the shortest way to the first one. */
export function EmptyList() {
  return (
    <section aria-labelledby="empty" className="mt-6 max-w-180">
      <h2 id="empty" className="text-lg font-semibold">
        There is no experiment yet
      </h2>
      <p className="mt-1 text-soft">
        An experiment asks models about the same problems with and without an execution trace, and keeps everything else the same.
      </p>
      <ol className="mt-4 border-t border-line">
        {steps.map(([title, text], index) => (
          <li key={title} className="grid grid-cols-[24px_100px_1fr] gap-2 border-b border-line py-2 max-sm:grid-cols-[24px_1fr]">
            <span className="text-faint tabular-nums">{index + 1}</span>
            <span className="font-medium">{title}</span>
            <span className="text-soft max-sm:col-start-2">{text}</span>
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <RehearsalButton look="main" />
        <Link href="/experiments/new" className="text-accent underline underline-offset-2">
          Look at its design first
        </Link>
      </div>
    </section>
  );
}
