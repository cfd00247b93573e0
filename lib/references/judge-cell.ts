import type { ReferenceCell } from "@/lib/references/schema";
import type { ArmReport, EstimateReport } from "@/lib/results/schema";

/** A figure in %, and to how many decimals it is printed. */
export type Published = { readonly value: number; readonly decimals: number };

export type Judged = Pick<ReferenceCell, "armId" | "found" | "agrees" | "explanation" | "words">;
const unknown: Judged = { armId: null, found: null, agrees: "missing", explanation: null, words: null };
type Asked = { readonly metric: string; readonly published: Published | null };

/** A published figure beside what the arms that it may be of give. Pure. */
export function judgeCell(arms: readonly ArmReport[], { metric, published }: Asked): Judged {
  const candidates = arms.flatMap((arm) => {
    const estimate = arm.estimates.find((each) => each.metric === metric);
    return estimate === undefined ? [] : [judgeArm(arm, estimate, published)];
  });
  const [only] = candidates;
  if (published === null || only === undefined) return unknown;
  if (candidates.length === 1) return only;
  const alike = candidates.filter(({ agrees }) => agrees === "reproduced" || agrees === "as-wrong");
  const [found] = alike;
  const several = `${candidates.length} arms fit the words of this cell; ${alike.length} of them ${alike.length === 1 ? "gives" : "give"} this figure.`;
  if (found === undefined)
    return { ...only, agrees: only.agrees === "missing" ? "missing" : "differs", words: `${several} ${only.words ?? ""}` };
  return { ...found, agrees: "one-of-several", explanation: null, words: `${several} ${found.words ?? ""}` };
}

function judgeArm(arm: ArmReport, estimate: EstimateReport, published: Published | null): Judged {
  const said = {
    armId: arm.id,
    explanation: null,
    words: estimate.value === null ? `Not defined: ${estimate.missing}.` : estimate.words,
  };
  const found = estimate.value === null ? null : estimate.value * 100;
  const wrong = estimate.countingErrorsAsWrong === null ? null : estimate.countingErrorsAsWrong * 100;
  if (published === null) return { ...said, found, agrees: "missing" };
  if (isPrinted(published, found)) return { ...said, found, agrees: "reproduced" };
  if (isPrinted(published, wrong)) return { ...said, found: wrong, agrees: "as-wrong" };
  if (found === null) return { ...said, found, agrees: "missing" };
  return {
    ...said,
    found,
    agrees: "differs",
    explanation: explain(published, found, { known: estimate.problems, all: arm.problems }),
  };
}

/** A slip that would turn what was found into what was published. */
function explain(published: Published, found: number, problems: { readonly known: number; readonly all: number }): string | null {
  if (isPrinted(published, 100 - found)) return "It is what is left to 100 %, as if passed and failed were mixed up.";
  const open = problems.all - problems.known;
  if (open <= 0 || !isPrinted(published, (found * problems.known + 100 * open) / problems.all)) return null;
  return `It counts ${open === 1 ? "a problem" : `${open} problems`} without a known outcome as solved.`;
}

/** Whether a number is printed so: rounded to the last digit, or cut there, as the study's site does once. */
function isPrinted({ value, decimals }: Published, found: number | null): boolean {
  return found !== null && Math.abs(value - found) < 0.5 * 10 ** -decimals + 1e-9;
}
