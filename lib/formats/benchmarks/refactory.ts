import type { Problem, Test } from "@/lib/benchmarks/schema";
import { callTest, exactComparison, isInVisibleHalf, makeProblem } from "@/lib/formats/benchmarks/make-problem";
import type { Item, Tree, TreeFormat } from "@/lib/formats/format";
import type { SourceFile } from "@/lib/formats/input/byte-source";
import { readText } from "@/lib/formats/input/read-text";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";
import { derived, kept, rejected } from "@/lib/formats/items";
import { importedArm } from "@/lib/formats/results/imported-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import type { ImportedRow } from "@/lib/imports/schema";

const PART = /(?:^|\/)(question_\w+)\/(ans|code|description\.txt)(?:\/(.*))?$/;
const CALL = /^(\w+)\(([\s\S]*)\)$/;

/**
 * Hu et al. 2019 (ASE): student programs for five questions. Each wrong program is a repair problem named
 * `question_1/wrong_1_001`; each question is a synthesis problem; the correct programs come as samples of that one.
 */
export const refactory: TreeFormat = {
  id: "refactory",
  title: "Refactory",
  kind: "benchmark",
  version: "1",
  description: "a folder or ZIP with question_*/ans, question_*/code/{reference,correct,wrong}",
  shape: "tree",
  recognize(paths) {
    const has = (pattern: RegExp) => paths.some((path) => pattern.test(path));
    return has(/question_\w+\/ans\/input_\w+\.txt$/) && has(/question_\w+\/code\/wrong\/\w+\.py$/) ? 1 : 0;
  },
  owns: (path) => PART.test(path),
  async *read(tree) {
    const arm = importedArm({
      key: "students",
      label: "correct student programs",
      benchmark: "refactory",
      taskKind: "synthesis",
      strategy: "single",
    });
    yield derived([{ type: "arm", arm }]);
    for (const [question, files] of questionsOf(tree)) yield* readQuestion(question, files);
  },
};

function questionsOf(tree: Tree): Map<string, Map<string, SourceFile>> {
  const questions = new Map<string, Map<string, SourceFile>>();
  for (const file of tree.files) {
    const [, question, part, rest] = PART.exec(file.path) ?? [];
    if (question === undefined || part === undefined) continue;
    const files = questions.get(question) ?? new Map<string, SourceFile>();
    files.set(rest === undefined ? part : `${part}/${rest}`, file);
    questions.set(question, files);
  }
  return questions;
}

async function* readQuestion(question: string, files: ReadonlyMap<string, SourceFile>): AsyncGenerator<Item> {
  let shared: Problem;
  try {
    shared = await questionProblem(question, files);
  } catch (error) {
    if (!(error instanceof UnreadableInput) && !(error instanceof SyntaxError)) throw error;
    yield rejected(null, `${question}: ${error.message}`);
    return;
  }
  yield kept(null, [{ type: "problem", problem: shared }]);
  const counter = { next: 0 };
  for (const [path, file] of files) {
    const [, kind, name] = /^code\/(wrong|correct)\/(\w+)\.py$/.exec(path) ?? [];
    if (kind === undefined || name === undefined) continue;
    yield await programItem(file, { shared, kind, name, counter });
  }
}

type Place = { shared: Problem; kind: string; name: string; counter: { next: number } };

async function programItem(file: SourceFile, { shared, kind, name, counter }: Place): Promise<Item> {
  let program: string;
  try {
    program = await readText(file);
  } catch (error) {
    if (error instanceof UnreadableInput) return rejected(null, error.message);
    throw error;
  }
  const row: ImportedRow =
    kind === "wrong"
      ? { type: "problem", problem: { ...shared, taskId: `${shared.taskId}/${name}`, kind: "repair", starter: program } }
      : {
          type: "sample",
          sample: importedSample({
            armKey: "students",
            taskId: shared.taskId,
            chain: counter.next,
            text: program,
            form: "program",
            detail: name,
          }),
        };
  if (kind === "correct") counter.next += 1;
  return kept(null, [row]);
}

async function questionProblem(question: string, files: ReadonlyMap<string, SourceFile>): Promise<Problem> {
  const reference = files.get("code/reference/reference.py");
  const given = files.get("code/global.py");
  const description = files.get("description.txt");
  const tests = await testsOf(files);
  return makeProblem({
    taskId: question,
    kind: "synthesis",
    format: "refactory",
    title: question,
    prompt: description === undefined ? "" : (await readText(description)).trim(),
    entryPoint: tests.entryPoint,
    preamble: given === undefined ? "" : await readText(given),
    reference: reference === undefined ? null : await readText(reference),
    tests: tests.tests,
    comparison: exactComparison,
  });
}

/**
 * `ans/input_001.txt` holds a call, `ans/output_001.txt` its answer. Where the calls are of
 * several functions (question 2) there is no one entry point, and they become assertions.
 */
async function testsOf(files: ReadonlyMap<string, SourceFile>): Promise<{ entryPoint: string | null; tests: Test[] }> {
  const inputs = [...files].filter(([path]) => /^ans\/input_\w+\.txt$/.test(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  const cases: { name: string; arguments: string; expected: string }[] = [];
  for (const [path, file] of inputs) {
    const [, name, args] = CALL.exec((await readText(file)).trim()) ?? [];
    const output = files.get(path.replace("input_", "output_"));
    if (name === undefined || args === undefined || output === undefined)
      throw new SyntaxError(`${path} is not a call with an answer`);
    cases.push({ name, arguments: args, expected: (await readText(output)).trim() });
  }
  if (cases.length === 0) throw new SyntaxError("it has no tests");
  const [first] = cases;
  const isOne = cases.every((test) => test.name === first?.name);
  const tests = cases.map((test, index): Test => {
    const visible = isInVisibleHalf(index, cases.length);
    if (isOne) return callTest({ suite: "base", index, visible, arguments: test.arguments, expected: test.expected });
    const code = `assert ${test.name}(${test.arguments}) == ${test.expected}`;
    return { kind: "assert", id: `base:${index}`, suite: "base", visible, code };
  });
  return { entryPoint: isOne ? (first?.name ?? null) : null, tests };
}
