import type { Comparison } from "@/lib/benchmarks/schema";

const RELATIVE = 1e-7;
const FLOAT_ABSOLUTE = 1e-6;

/** Tasks whose answer EvalPlus 0.3.1 does not compare with `==` (`evalplus/eval/_special_oracle.py`, `evalplus/eval/__init__.py`). */
const MBPP_RULES: Readonly<Record<string, Comparison["rule"]>> = {
  similar_elements: "set-equal",
  find_char_long: "set-equal",
  common_in_nested_lists: "set-equal",
  extract_singly: "set-equal",
  larg_nnum: "set-equal",
  intersection_array: "set-equal",
  find_dissimilar: "set-equal",
  Diff: "set-equal",
  check_str: "not-none",
  text_match_three: "not-none",
  text_starta_endb: "not-none",
  are_equivalent: "any",
  sum_div: "equal-or-zero",
};

/** How EvalPlus compares: `==`, then within `atol` and a relative 1e-7; with `atol` 0, floats alone get 1e-6. */
export function evalplusComparison(benchmark: "humaneval" | "mbpp", entryPoint: string, atol: number): Comparison {
  const special =
    benchmark === "mbpp" ? MBPP_RULES[entryPoint] : entryPoint === "find_zero" ? ("polynomial-root" as const) : undefined;
  return {
    rule: special ?? "equal",
    tolerance: { absolute: atol, relative: atol === 0 ? 0 : RELATIVE },
    floatTolerance: atol === 0 ? { absolute: FLOAT_ABSOLUTE, relative: RELATIVE } : null,
    tupleIsList: false,
    stdout: "exact",
  };
}
