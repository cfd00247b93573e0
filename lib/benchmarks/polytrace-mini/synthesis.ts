import type { MiniProblem } from "./mini-problem";

export const synthesis: readonly MiniProblem[] = [
  {
    name: "count_rising",
    difficulty: "easy",
    tags: ["list"],
    prompt: "count_rising(values) returns how often a value is greater than the one just before it.",
    starter: null,
    reference: `def count_rising(values):
    return sum(1 for a, b in zip(values, values[1:]) if b > a)
`,
    visible: [["[1, 2, 2, 5, 3]", "2"]],
    hidden: [
      ["[]", "0"],
      ["[4]", "0"],
      ["[3, 2, 1]", "0"],
      ["[0, -1, 0, -1, 7]", "2"],
    ],
  },
  {
    name: "initials_of",
    difficulty: "easy",
    tags: ["string"],
    prompt:
      "initials_of(name) returns the capitalised first letters of the words of a name, each followed by a dot. Words are parted by blanks, of which there may be several.",
    starter: null,
    reference: `def initials_of(name):
    return "".join(word[0].upper() + "." for word in name.split())
`,
    visible: [["'ada lovelace'", "'A.L.'"]],
    hidden: [
      ["''", "''"],
      ["'  grace   brewster hopper '", "'G.B.H.'"],
      ["'Alan'", "'A.'"],
    ],
  },
  {
    name: "clock_sum",
    difficulty: "easy",
    tags: ["arithmetic"],
    prompt:
      "clock_sum(start, minutes) adds minutes (which may be negative) to a time of day given as 'HH:MM' and returns the time of day in the same form, going round midnight.",
    starter: null,
    reference: `def clock_sum(start, minutes):
    hours, rest = start.split(":")
    total = (int(hours) * 60 + int(rest) + minutes) % 1440
    return f"{total // 60:02d}:{total % 60:02d}"
`,
    visible: [["'23:50', 15", "'00:05'"]],
    hidden: [
      ["'00:05', -10", "'23:55'"],
      ["'12:00', 0", "'12:00'"],
      ["'07:30', 2880", "'07:30'"],
      ["'01:01', -1501", "'00:00'"],
    ],
  },
  {
    name: "squeeze_runs",
    difficulty: "medium",
    tags: ["string"],
    prompt:
      "squeeze_runs(text) writes every run of equal characters that is longer than two as the character followed by the length of the run in parentheses; shorter runs stay.",
    starter: null,
    reference: `def squeeze_runs(text):
    parts = []
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or text[index] != text[start]:
            length = index - start
            parts.append(f"{text[start]}({length})" if length > 2 else text[start:index])
            start = index
    return "".join(parts)
`,
    visible: [["'aaabccdddd'", "'a(3)bccd(4)'"]],
    hidden: [
      ["''", "''"],
      ["'zz'", "'zz'"],
      ["'xyxyx'", "'xyxyx'"],
      ["'  ' * 6", "' (12)'"],
      ["'1112'", "'1(3)2'"],
    ],
  },
  {
    name: "seat_order",
    difficulty: "medium",
    tags: ["list", "sorting"],
    prompt:
      "seat_order(guests) takes a list of (name, age) pairs and returns the names, oldest first; guests of the same age are ordered by name, and names that are equal keep their order.",
    starter: null,
    reference: `def seat_order(guests):
    return [name for name, age in sorted(guests, key=lambda guest: (-guest[1], guest[0]))]
`,
    visible: [["[('Bo', 30), ('Al', 30), ('Cy', 41)]", "['Cy', 'Al', 'Bo']"]],
    hidden: [
      ["[]", "[]"],
      ["[('b', 1), ('a', 1), ('a', 2)]", "['a', 'a', 'b']"],
      ["[('x', 0), ('y', -1), ('z', 5)]", "['z', 'x', 'y']"],
    ],
  },
  {
    name: "merge_stock",
    difficulty: "medium",
    tags: ["dict"],
    prompt:
      "merge_stock(stock, delivery) returns a new dictionary with the amounts of both added up, without the articles whose amount comes to zero. Neither argument is changed.",
    starter: null,
    reference: `def merge_stock(stock, delivery):
    merged = dict(stock)
    for article, amount in delivery.items():
        merged[article] = merged.get(article, 0) + amount
    return {article: amount for article, amount in merged.items() if amount != 0}
`,
    visible: [["{'nut': 2, 'bolt': 5}, {'nut': -2, 'nail': 1}", "{'bolt': 5, 'nail': 1}"]],
    hidden: [
      ["{}, {}", "{}"],
      ["{'a': 1}, {'a': 1}", "{'a': 2}"],
      ["{}, {'a': 0}", "{}"],
      ["{'a': -1, 'b': 0}, {'a': 4}", "{'a': 3}"],
    ],
  },
  {
    name: "longest_plateau",
    difficulty: "hard",
    tags: ["list"],
    prompt:
      "longest_plateau(values) returns (start, length) of the longest stretch of neighbouring values whose greatest and least differ by at most 1; of several that are equally long, the first. For an empty list it returns (0, 0).",
    starter: null,
    reference: `def longest_plateau(values):
    best = (0, 0)
    for start in range(len(values)):
        low = high = values[start]
        end = start
        while end < len(values):
            low, high = min(low, values[end]), max(high, values[end])
            if high - low > 1:
                break
            end += 1
        if end - start > best[1]:
            best = (start, end - start)
    return best
`,
    visible: [["[1, 1, 2, 3, 3, 2]", "(2, 4)"]],
    hidden: [
      ["[]", "(0, 0)"],
      ["[5]", "(0, 1)"],
      ["[1, 3, 5]", "(0, 1)"],
      ["[0, 1, 2, 1, 2, 9, 9]", "(1, 4)"],
      ["[4, 4, 4]", "(0, 3)"],
    ],
  },
  {
    name: "fold_path",
    difficulty: "hard",
    tags: ["string", "stack"],
    prompt:
      "fold_path(path) returns the shortest form of a path with the same meaning: '.' and empty parts go, '..' takes away the part before it. A path that starts with '/' never climbs above the root; another keeps the '..' that it cannot take back. A path that folds to nothing is '/' or '.'.",
    starter: null,
    reference: `def fold_path(path):
    rooted = path.startswith("/")
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".." or not rooted:
            parts.append(part)
    folded = "/".join(parts)
    return "/" + folded if rooted else folded or "."
`,
    visible: [["'/a/./b//../c'", "'/a/c'"]],
    hidden: [
      ["'../a/../..'", "'../..'"],
      ["'/..'", "'/'"],
      ["'a/..'", "'.'"],
      ["''", "'.'"],
      ["'x/y/../../z/'", "'z'"],
      ["'/../../a'", "'/a'"],
    ],
  },
];
