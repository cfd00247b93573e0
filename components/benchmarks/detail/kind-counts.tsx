import { ScrollRegion } from "@/components/table/scroll-region";
import type { Benchmark } from "@/lib/benchmarks/api-schema";

/** How many problems of each kind there are, by difficulty where the benchmark says it. */
export function KindCounts({ benchmark: { kinds, difficulties } }: { benchmark: Benchmark }) {
  const named = [...new Set(difficulties.flatMap(({ difficulty }) => (difficulty === null ? [] : [difficulty])))].toSorted(
    byEase,
  );
  const of = (kind: string, difficulty: string) =>
    difficulties.find((each) => each.kind === kind && each.difficulty === difficulty)?.problems ?? 0;
  return (
    <ScrollRegion label="Problems by kind" className="self-start">
      <table className="w-full border-t border-line text-left tabular-nums">
        <thead className="text-xs text-soft">
          <tr>
            <th scope="col" className="py-1.5 font-medium">
              Kind
            </th>
            {named.map((difficulty) => (
              <th key={difficulty} scope="col" className="px-2 py-1.5 text-right font-medium">
                {difficulty}
              </th>
            ))}
            <th scope="col" className="px-2 py-1.5 text-right font-medium">
              Problems
            </th>
            <th scope="col" className="py-1.5 pl-2 text-right font-medium">
              With visible tests
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, problems, withVisibleTests }) => (
            <tr key={kind} className="border-t border-line">
              <th scope="row" className="py-1 font-normal">
                {kind}
              </th>
              {named.map((difficulty) => (
                <td key={difficulty} className="px-2 py-1 text-right">
                  {of(kind, difficulty).toLocaleString("en")}
                </td>
              ))}
              <td className="px-2 py-1 text-right">{problems.toLocaleString("en")}</td>
              <td className="py-1 pl-2 text-right">{withVisibleTests.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1.5 text-faint">
        Without a visible test a prompt cannot show a failure or its trace; hidden tests never reach a prompt.
      </p>
    </ScrollRegion>
  );
}

const ease = ["easy", "medium", "hard"];

function byEase(first: string, second: string): number {
  const [a, b] = [ease.indexOf(first), ease.indexOf(second)];
  return a >= 0 && b >= 0 ? a - b : first.localeCompare(second, "en");
}
