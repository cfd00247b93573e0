import type { ReactNode } from "react";
import { Hint } from "@/components/ui/hint";
import { formatPercent } from "@/lib/stats/format-percent";
import { formatPoints } from "@/lib/stats/format-points";
import { type ForestScale, PLOT_WIDTH } from "./forest-scale";

type Props = { scale: ForestScale; method: string; level: number; hasTokens: boolean };

const NO_FLIPS = "Empty where problems have several samples: a rate rises or falls, and the problems behind the name say which.";

export function ForestHead({ scale, method, level, hasTokens }: Props) {
  return (
    <thead className="text-xs text-soft">
      <tr>
        <th scope="col" className="py-2 pl-4 text-left font-medium">
          Condition
        </th>
        <th scope="col" className="w-[400px] min-w-[400px] max-sm:hidden">
          <span className="sr-only">Plot of the difference and its interval</span>
          <svg width={PLOT_WIDTH} height={16} aria-hidden="true" className="block overflow-visible">
            {scale.ticks.map((tick) => (
              <text key={tick} x={scale.x(tick)} y={12} textAnchor="middle" fontSize={11} fontWeight={400} fill="var(--faint)">
                {Math.abs(tick) < 1e-9 ? "0" : formatPoints(tick).replace(/\.0$/, "")}
              </text>
            ))}
          </svg>
        </th>
        <Head text="Mean difference over the common problems, each counting once, in percentage points">Δ</Head>
        <Head text="Confidence interval of the difference, paired by problem; not widened for the other contrasts">
          {formatPercent(level)}
        </Head>
        <Head text="Two-sided, of no difference: McNemar's exact test for one outcome per problem, all sign flips where fewer than ten rates differ, otherwise Student's t">
          p
        </Head>
        <Head text={`The p-value corrected for all contrasts in this table by ${method}; it decides`}>{method}</Head>
        <Head text="What the corrected p-value allows to be said; the whole sentence is behind each word and below the table">
          finding
        </Head>
        <Head text={`Problems that the control fails and this arm solves. ${NO_FLIPS}`}>fixed</Head>
        <Head text={`Problems that the control solves and this arm fails. ${NO_FLIPS}`}>broken</Head>
        <Head text="Problems that both arms have, and how many were dropped because one lacks them">N</Head>
        <Head text="Prompts that held the trace, of those that should">delivered</Head>
        {hasTokens ? (
          <Head text="Mean tokens of a prompt, where the source says; the Tokens tab adds those of the answer">tokens</Head>
        ) : null}
      </tr>
    </thead>
  );
}

function Head({ text, children }: { text: string; children: ReactNode }) {
  return (
    <th scope="col" className="px-2.5 py-2 font-medium last:pr-3">
      <Hint text={text}>{children}</Hint>
    </th>
  );
}
