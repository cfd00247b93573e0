"use client";
import { CodeDiff } from "@/components/code/code-diff";
import { Part } from "./part";

const LINE_PX = 18;
const MOST_LINES = 26;

type Props = { before: string; program: string | null; beforeTitle: string; title: string };

/** What the answer changed. */
export function ProgramDiff({ before, program, beforeTitle, title }: Props) {
  if (program === null) {
    return (
      <Part title="Program">
        <p className="text-warn">
          The answer holds no program that could be read. A whole program in one fenced Python code block is expected; the next
          round says so to the model.
        </p>
      </Part>
    );
  }
  const isSame = before.trimEnd() === program.trimEnd();
  const lines = Math.min(MOST_LINES, Math.max(before.split("\n").length, program.split("\n").length) + 1);
  return (
    <Part title="Program" detail={<span>{isSame ? "the same as before" : `${beforeTitle} → ${title}`}</span>}>
      <div className="overflow-hidden rounded-md border border-line bg-surface" style={{ height: lines * LINE_PX + 18 }}>
        <CodeDiff left={before} right={program} leftLabel={beforeTitle} rightLabel={title} />
      </div>
    </Part>
  );
}
