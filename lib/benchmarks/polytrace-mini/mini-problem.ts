import { callTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { Problem, TaskKind } from "../schema";

/** Arguments as written between the parentheses, and the value that is right. */
export type Call = readonly [arguments_: string, expected: string];

export type MiniProblem = {
  readonly name: string;
  readonly difficulty: "easy" | "medium" | "hard";
  readonly prompt: string;
  readonly starter: string | null;
  readonly reference: string;
  readonly visible: readonly Call[];
  readonly hidden: readonly Call[];
  readonly tags: readonly string[];
};

/** Completes a problem of this benchmark: visible tests are shown and not scored, hidden ones score. */
export function miniProblem(kind: TaskKind, given: MiniProblem): Problem {
  const { name, difficulty, prompt, starter, reference, tags } = given;
  return makeProblem({
    taskId: `mini/${kind}/${name}`,
    kind,
    format: "polytrace-mini",
    title: name.replaceAll("_", " "),
    prompt,
    entryPoint: name,
    starter,
    reference,
    difficulty,
    tags: [...tags],
    tests: [
      ...given.visible.map(([args, expected], index) =>
        callTest({ suite: "example", index, visible: true, arguments: args, expected }),
      ),
      ...given.hidden.map(([args, expected], index) =>
        callTest({ suite: "base", index, visible: false, arguments: args, expected }),
      ),
    ],
    timeLimitMs: 5_000,
  });
}
