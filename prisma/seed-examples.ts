import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Example } from "@/lib/examples/schema";

type Described = Omit<Example, "source">;

const call = (expression: string) => ({ kind: "call" as const, expression });

const wordCountInput = "the trace of a program\nis the story of the program\nas the machine tells it\n";
const binarySearchTests = `assert find([1, 3, 5, 7], 3) == 1
assert find([1, 3, 5, 7], 4) == -1
assert find([1, 3, 5, 7], 7) == 3
`;

/** The programs of `prisma/examples`, in the order in which they are shown. */
const described: readonly Described[] = [
  {
    slug: "insertion-sort",
    title: "Loops: insertion sort",
    description: "A list that changes in place, line by line, inside a loop in a loop.",
    entry: call("insertion_sort([5, 2, 4, 1])"),
  },
  {
    slug: "change-making",
    title: "Recursion: ways to pay an amount",
    description: "Two calls in every call, so that the same lines run at many depths.",
    entry: call("ways(6, [3, 2, 1])"),
  },
  {
    slug: "handled-exception",
    title: "An exception that is handled",
    description: "try, except and finally: which lines run, and in which order.",
    entry: call('total(["12", "x", "30"])'),
  },
  {
    slug: "raised-exception",
    title: "An exception that nobody handles",
    description: "It passes through two functions and ends the program, with half of the order filled.",
    entry: call('fill({"tea": 2, "salt": 5}, {"tea": 9, "salt": 3})'),
  },
  {
    slug: "generator-pipeline",
    title: "Generators that feed each other",
    description: "Frames that pause at yield and go on where they were.",
    entry: call("run(5)"),
  },
  {
    slug: "account-classes",
    title: "Classes: a savings account",
    description: "Objects whose attributes change, a method of the parent class, and rounding.",
    entry: call("two_years()"),
  },
  {
    slug: "run-length",
    title: "Building a string",
    description: "A text that grows by pieces, with two positions to keep apart.",
    entry: call('encode("aaabccdddd")'),
  },
  {
    slug: "word-count",
    title: "A script that reads its input",
    description: "Runs as a script: standard input in, counts in a dictionary, standard output out.",
    entry: { kind: "script", stdin: wordCountInput },
  },
  {
    slug: "binary-search-test",
    title: "A failing test: binary search",
    description: "Test code calls the program and fails; the trace shows where the search stops too early.",
    entry: { kind: "test", code: binarySearchTests },
  },
  {
    slug: "game-of-life",
    title: "A long run: the game of life",
    description: "Sets, dictionaries and comprehensions, over thousands of steps.",
    entry: call("glide(12)"),
  },
  {
    slug: "collatz-limit",
    title: "More steps than the limit",
    description: "Recording stops at the step limit, and what was recorded until then is kept.",
    entry: call("longest(20000)"),
  },
];

/** Reads the examples' sources from the project's folder. */
export function readExamples(): Promise<Example[]> {
  return Promise.all(
    described.map(async (example) => ({
      ...example,
      source: await readFile(path.join("prisma/examples", `${example.slug}.py`), "utf8"),
    })),
  );
}
