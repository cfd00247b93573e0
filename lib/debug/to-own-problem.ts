import type { Problem, Test } from "@/lib/benchmarks/schema";
import { AppError } from "@/lib/errors/app-error";
import { assertTest, callTest, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { OwnProblem } from "./schema";
import { splitAsserts } from "./split-asserts";

const builtins = new Set(
  "abs all any bool bytes dict enumerate filter float frozenset int isinstance len list map max min next print range repr reversed round set sorted str sum tuple type zip".split(
    " ",
  ),
);

/** A program of one's own as a problem, all tests visible. Throws an AppError that says what to write. */
export function toOwnProblem({ description, program, tests }: OwnProblem): Problem {
  const isRepair = program.trim() !== "";
  if (!isRepair && description.trim() === "")
    throw fault("Write a program to repair, or say in words what the program should do.");
  const { entryPoint, list } = tests.kind === "calls" ? readCalls(tests.rows) : readAsserts(tests.code, program);
  if (list.length === 0) throw fault("Give at least one test: without one nothing can be judged.");
  return makeProblem({
    taskId: "own",
    kind: isRepair ? "repair" : "synthesis",
    format: "own",
    prompt: description,
    entryPoint,
    starter: isRepair ? program : null,
    tests: list,
  });
}

type Read = { readonly entryPoint: string; readonly list: Test[] };

function readCalls(rows: readonly { readonly call: string; readonly expected: string }[]): Read {
  const filled = rows.filter(({ call, expected }) => call.trim() !== "" || expected.trim() !== "");
  const names = new Set<string>();
  const list = filled.map(({ call, expected }, index): Test => {
    const [, name, args] = /^\s*([A-Za-z_]\w*)\s*\(([\s\S]*)\)\s*$/.exec(call) ?? [];
    if (name === undefined || args === undefined)
      throw fault(`Test ${index + 1}: write a call of the function, such as f(1, 2); "${call.trim()}" is not one.`);
    if (expected.trim() === "") throw fault(`Test ${index + 1}: say which value ${call.trim()} should return.`);
    names.add(name);
    return callTest({ suite: "base", index, visible: true, arguments: args, expected: expected.trim() });
  });
  if (names.size > 1)
    throw fault(`All calls must be of one function; these are of ${[...names].join(" and ")}. Asserts may call several.`);
  return { entryPoint: [...names][0] ?? "", list };
}

function readAsserts(code: string, program: string): Read {
  const texts = splitAsserts(code);
  const called = texts.flatMap((text) => Array.from(text.matchAll(/(?<![\w.])([A-Za-z_]\w*)\s*\(/g), ([, name]) => name ?? ""));
  const defined = new Set(Array.from(program.matchAll(/^(?:async\s+)?(?:def|class)\s+(\w+)/gm), ([, name]) => name));
  const entryPoint = called.find((name) => defined.has(name)) ?? called.find((name) => !builtins.has(name));
  if (texts.length > 0 && entryPoint === undefined)
    throw fault("The asserts call no function of the program, so they test nothing.");
  return {
    entryPoint: entryPoint ?? "",
    list: texts.map((text, index): Test => assertTest({ suite: "base", index, visible: true, code: text })),
  };
}

function fault(message: string): AppError {
  return new AppError("invalid_input", message);
}
