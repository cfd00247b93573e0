"use client";
import { parseAsString, useQueryState } from "nuqs";
import { ScrollRegion } from "@/components/table/scroll-region";
import type { Remark, Verification } from "@/lib/benchmarks/api-schema";

type Props = { benchmarkId: string; remarks: readonly Remark[]; verification: Verification | null };

const SHOWN = 12;

/** What the check found, sorted by what it means for a result. */
export function RemarkTables({ remarks, verification }: Props) {
  if (verification === null) return null;
  const { exceptions, misleadingExamples, unseenBugs } = verification;
  const expected = remarks.filter(({ isExpected }) => isExpected);
  return (
    <div className="mt-2 grid gap-3">
      <Sort
        title={`${exceptions.toLocaleString("en")} ${exceptions === 1 ? "exception" : "exceptions"}`}
        meaning="A solution that does not pass, or a buggy program that does. Such a problem says nothing about a model, or the wrong thing."
        total={exceptions}
        remarks={remarks.filter(({ isExpected }) => !isExpected)}
      />
      <Sort
        title={`${misleadingExamples.toLocaleString("en")} wrong ${misleadingExamples === 1 ? "example" : "examples"}`}
        meaning="The solution passes, but not all tests that may be shown: they do not score, and would tell a model of a failure that is none."
        total={misleadingExamples}
        remarks={expected.filter(({ role }) => role === "reference")}
      />
      <Sort
        title={`${unseenBugs.toLocaleString("en")} ${unseenBugs === 1 ? "bug" : "bugs"} that no visible test shows`}
        meaning="The buggy program fails as it should, but passes every test that may be shown: a prompt has no failure and no trace to give."
        total={unseenBugs}
        remarks={expected.filter(({ role }) => role === "buggy")}
      />
    </div>
  );
}

function Sort({ title, meaning, total, remarks }: { title: string; meaning: string; total: number; remarks: readonly Remark[] }) {
  const [, setProblem] = useQueryState("problem", parseAsString.withOptions({ history: "push" }));
  if (total === 0) return null;
  const show = (problemId: string) => {
    void setProblem(problemId);
    document.getElementById("problems")?.scrollIntoView({ block: "start" });
  };
  return (
    <details open={total <= SHOWN}>
      <summary className="cursor-pointer">
        <b className="font-semibold">{title}</b>
        <span className="block max-w-180 pl-3.5 text-soft">{meaning}</span>
      </summary>
      <ScrollRegion label={title} className="mt-1 max-h-90 overflow-y-auto rounded-lg border border-line bg-surface">
        <table className="w-full min-w-160 text-left">
          <thead className="text-xs text-soft">
            <tr>
              {["Task", "Kind", "Program", "Verdict", "First test that is not passed"].map((heading, index) => (
                <th key={heading} scope="col" className={`px-2 py-1.5 font-medium ${index === 0 ? "pl-4" : ""}`}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {remarks.map(({ problemId, taskId, kind, role, verdict, reason }) => (
              <tr key={`${problemId} ${role}`} className="border-t border-line align-top">
                <th scope="row" className="max-w-60 py-1 pr-2 pl-4 font-normal">
                  <button
                    type="button"
                    className="text-left font-mono text-xs break-words text-accent underline underline-offset-2"
                    onClick={() => show(problemId)}
                  >
                    {taskId}
                  </button>
                </th>
                <td className="px-2 py-1 whitespace-nowrap">{kind}</td>
                <td className="px-2 py-1 whitespace-nowrap">{role === "reference" ? "solution" : "buggy program"}</td>
                <td className="px-2 py-1 whitespace-nowrap">{verdict}</td>
                <td className="px-2 py-1">{reason === null ? "" : <code className="break-words">{reason}</code>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {remarks.length < total ? <p className="text-faint">The first {remarks.length.toLocaleString("en")} are shown.</p> : null}
    </details>
  );
}
