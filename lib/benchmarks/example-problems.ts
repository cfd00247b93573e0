/** One problem of each kind, in the plain format, with every sort of test. Also in docs/benchmarks.md. */
const rows = [
  {
    task_id: "own/add",
    prompt: "Write a function add(a, b) that returns the sum of two numbers.",
    entry_point: "add",
    reference: "def add(a, b):\n    return a + b\n",
    tests: [
      { arguments: "1, 2", expected: "3", visible: true },
      { arguments: "-1, 1", expected: "0" },
      { code: "assert add(0.5, 0.25) == 0.75" },
    ],
    difficulty: "easy",
  },
  {
    task_id: "own/last",
    kind: "repair",
    prompt: "last(items) should return the last item, or None when there is none.",
    entry_point: "last",
    starter: "def last(items):\n    return items[-1]\n",
    reference: "def last(items):\n    return items[-1] if items else None\n",
    tests: [
      { arguments: "[]", expected: "None", visible: true },
      { arguments: "[1, 2]", expected: "2" },
      { arguments: "()", expected: "None" },
    ],
  },
  {
    task_id: "own/shout",
    prompt: "Read a line and print it in capital letters.",
    reference: "print(input().upper())\n",
    tests: [
      { input: "hello\n", output: "HELLO\n", visible: true },
      { input: "a b\n", output: "A B\n" },
    ],
  },
  {
    task_id: "own/twice",
    kind: "output-prediction",
    prompt: "What does the call return?",
    entry_point: "twice",
    starter: "def twice(text):\n    return text[::-1] * 2\n",
    tests: [{ arguments: "'ab'", expected: "'baba'" }],
  },
  {
    task_id: "own/square",
    kind: "input-prediction",
    prompt: "Which call returns this?",
    entry_point: "square",
    starter: "def square(n):\n    return n * n\n",
    tests: [{ arguments: "7", expected: "49" }],
  },
];

export const exampleProblems = `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;
