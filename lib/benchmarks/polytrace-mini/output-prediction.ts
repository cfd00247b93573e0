import type { MiniProblem } from "./mini-problem";

type Question = Pick<MiniProblem, "name" | "difficulty" | "tags"> & {
  readonly program: string;
  readonly visible: MiniProblem["visible"];
  readonly hidden: MiniProblem["hidden"];
};

const questions: readonly Question[] = [
  {
    name: "tally_steps",
    difficulty: "easy",
    tags: ["loop"],
    program: `def tally_steps(n):
    steps = 0
    while n > 1:
        n = n // 2 if n % 2 == 0 else n - 1
        steps += 1
    return steps
`,
    visible: [["6", "3"]],
    hidden: [["22", "6"]],
  },
  {
    name: "shift_letters",
    difficulty: "easy",
    tags: ["string"],
    program: `def shift_letters(word):
    result = ""
    for index, letter in enumerate(word):
        result = letter + result if index % 2 else result + letter
    return result
`,
    visible: [["'abc'", "'bac'"]],
    hidden: [["'planet'", "'tnlpae'"]],
  },
  {
    name: "last_seen",
    difficulty: "medium",
    tags: ["dict"],
    program: `def last_seen(values):
    places = {}
    gaps = []
    for place, value in enumerate(values):
        if value in places:
            gaps.append(place - places[value])
        places[value] = place
    return gaps, len(places)
`,
    visible: [["[1, 1]", "([1], 1)"]],
    hidden: [["[4, 7, 4, 4, 9, 7]", "([2, 1, 4], 3)"]],
  },
  {
    name: "turn_queue",
    difficulty: "medium",
    tags: ["list"],
    program: `def turn_queue(queue, rounds):
    out = []
    for step in range(1, rounds + 1):
        if not queue:
            break
        person = queue.pop(0)
        if step % 3 == 0:
            out.append(person)
        else:
            queue.append(person)
    return out, queue
`,
    visible: [["['a', 'b'], 2", "([], ['a', 'b'])"]],
    hidden: [["['a', 'b', 'c', 'd'], 7", "(['c', 'b'], ['a', 'd'])"]],
  },
  {
    name: "share_default",
    difficulty: "hard",
    tags: ["mutable default", "aliasing"],
    program: `def collect(item, bag=[]):
    bag.append(item)
    return bag


def share_default(items):
    bags = [collect(item) for item in items]
    bags[0] = bags[0] + [0]
    collect(len(bags))
    return [len(bag) for bag in bags]
`,
    visible: [["[9]", "[2]"]],
    hidden: [["[5, 6, 7]", "[4, 4, 4]"]],
  },
  {
    name: "late_steps",
    difficulty: "hard",
    tags: ["closure", "generator"],
    program: `def late_steps(n):
    makers = [lambda x: x + step for step in range(n)]
    stream = (make(10) for make in makers)
    makers.append(lambda x: x * 2)
    first = next(stream)
    return first, list(stream)
`,
    visible: [["1", "(10, [20])"]],
    hidden: [["3", "(12, [12, 12, 20])"]],
  },
];

export const outputPrediction: readonly MiniProblem[] = questions.map(({ program, ...question }) => ({
  ...question,
  prompt: "",
  starter: program,
  reference: program,
}));
