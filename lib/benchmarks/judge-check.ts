import { type Judging, judgePatiently } from "@/lib/judge/judge-patiently";
import type { TestOutcome, Verdict } from "@/lib/judge/schema";
import { InfrastructureError } from "@/lib/runner/runner-errors";
import type { Check } from "./api-schema";
import type { ProgramCheck } from "./checks-of";

const MOST_CHARACTERS = 500;

/** Judges one program of a benchmark. Machinery that keeps failing is an exception of its own kind; being stopped is thrown. */
export async function judgeCheck(judging: Judging, { role, problem, program, mustPass }: ProgramCheck): Promise<Check> {
  try {
    const verdict = await judgePatiently(judging, { problem, program, tests: "all" });
    const visible = verdict.tests.filter((test) => test.visible);
    return {
      role,
      verdict: verdict.verdict,
      visiblePassed: visible.length === 0 ? null : visible.every(({ passed }) => passed),
      isExpected: (verdict.verdict === "passed") === mustPass,
      reason: reasonOf(verdict),
      elapsedMs: verdict.elapsedMs,
    };
  } catch (error) {
    if (!(error instanceof InfrastructureError)) throw error;
    const reason = `It could not be judged: ${error.message}`;
    return { role, verdict: "infrastructure", visiblePassed: null, isExpected: false, reason, elapsedMs: 0 };
  }
}

/** The first test that did not pass, in words; null when all did. */
function reasonOf({ tests }: Verdict): string | null {
  const failed = tests.find(({ passed }) => !passed);
  return failed === undefined ? null : storable(sentenceOf(failed));
}

function sentenceOf({ input, expected, actual, message, outcome }: TestOutcome): string {
  const test = shorten(input.trim().split("\n").at(-1) ?? "", 120);
  if (outcome === "wrong" && expected !== null && actual !== null)
    return `${test}: ${shorten(actual.trim(), 120)} instead of ${shorten(expected.trim(), 120)}`;
  return `${test}: ${message ?? outcome}`;
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** PostgreSQL keeps no zero characters, which programs print. */
function storable(text: string): string {
  return shorten(text, MOST_CHARACTERS).replaceAll("\0", "\uFFFD").toWellFormed();
}
