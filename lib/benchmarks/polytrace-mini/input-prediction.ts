import type { MiniProblem } from "./mini-problem";

type Question = Pick<MiniProblem, "name" | "difficulty" | "tags"> & {
  readonly program: string;
  readonly visible: MiniProblem["visible"];
  readonly hidden: MiniProblem["hidden"];
};

const questions: readonly Question[] = [
  {
    name: "double_odd",
    difficulty: "easy",
    tags: ["list"],
    program: `def double_odd(values):
    return [value * 2 if value % 2 else value for value in values]
`,
    visible: [["[1, 2]", "[2, 2]"]],
    hidden: [["[3, 4, 5]", "[6, 4, 10]"]],
  },
  {
    name: "join_outer",
    difficulty: "easy",
    tags: ["string"],
    program: `def join_outer(words):
    return "".join(word[0] + word[-1] for word in words if len(word) > 2)
`,
    visible: [["['tree', 'a']", "'te'"]],
    hidden: [["['cat', 'of', 'dawn']", "'ctdn'"]],
  },
  {
    name: "count_down",
    difficulty: "medium",
    tags: ["loop"],
    program: `def count_down(start, step):
    seen = []
    while start > 0:
        seen.append(start)
        start -= step
        step += 1
    return seen
`,
    visible: [["5, 2", "[5, 3]"]],
    hidden: [["12, 1", "[12, 11, 9, 6, 2]"]],
  },
  {
    name: "group_lengths",
    difficulty: "medium",
    tags: ["dict"],
    program: `def group_lengths(words):
    groups = {}
    for word in words:
        groups.setdefault(len(word), []).append(word.upper())
    return {length: group[-1] for length, group in groups.items()}
`,
    visible: [["['ab']", "{2: 'AB'}"]],
    hidden: [["['sun', 'go', 'map']", "{3: 'MAP', 2: 'GO'}"]],
  },
  {
    name: "mix_state",
    difficulty: "hard",
    tags: ["arithmetic"],
    program: `def mix_state(seed, rounds):
    state = seed
    for turn in range(rounds):
        state = (state * 5 + turn) % 97
    return state
`,
    visible: [["3, 1", "15"]],
    hidden: [["11, 3", "24"]],
  },
  {
    name: "walk_grid",
    difficulty: "hard",
    tags: ["tuple", "string"],
    program: `def walk_grid(moves):
    x = y = far = 0
    turns = {"N": (0, 1), "S": (0, -1), "E": (1, 0), "W": (-1, 0)}
    for move in moves:
        dx, dy = turns[move]
        x, y = x + dx, y + dy
        far = max(far, abs(x) + abs(y))
    return (x, y), far
`,
    visible: [["'NN'", "((0, 2), 2)"]],
    hidden: [["'EENWS'", "((1, 0), 3)"]],
  },
];

export const inputPrediction: readonly MiniProblem[] = questions.map(({ program, ...question }) => ({
  ...question,
  prompt: "",
  starter: program,
  reference: program,
}));
