import type { Verdict } from "@/lib/judge/schema";

export type TestCount = { readonly passed: number; readonly all: number };

/** How many of a verdict's visible or hidden tests pass. */
export function countTests({ tests }: Verdict, which: "visible" | "hidden"): TestCount {
  const own = tests.filter(({ visible }) => visible === (which === "visible"));
  return { passed: own.filter(({ passed }) => passed).length, all: own.length };
}
