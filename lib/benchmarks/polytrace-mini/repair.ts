import type { MiniProblem } from "./mini-problem";

export const repair: readonly MiniProblem[] = [
  {
    name: "middle_value",
    difficulty: "easy",
    tags: ["list", "sorting"],
    prompt: "middle_value(values) returns the median: of an even number of values the mean of the two in the middle, as a float.",
    starter: `def middle_value(values):
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2 == 0:
        return (ordered[half] + ordered[half + 1]) / 2
    return ordered[half]
`,
    reference: `def middle_value(values):
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2 == 0:
        return (ordered[half - 1] + ordered[half]) / 2
    return ordered[half]
`,
    visible: [
      ["[3, 1, 2]", "2"],
      ["[4, 1, 3, 2]", "2.5"],
    ],
    hidden: [
      ["[7]", "7"],
      ["[1, 2]", "1.5"],
      ["[10, 0, 0, 10, 5, 6]", "5.5"],
    ],
  },
  {
    name: "drop_twins",
    difficulty: "easy",
    tags: ["list"],
    prompt: "drop_twins(values) returns the values without repetitions, each where it came first.",
    starter: `def drop_twins(values):
    seen = []
    for index, value in enumerate(values):
        if value not in values[index + 1:]:
            seen.append(value)
    return seen
`,
    reference: `def drop_twins(values):
    seen = []
    for value in values:
        if value not in seen:
            seen.append(value)
    return seen
`,
    visible: [
      ["[1, 2, 3]", "[1, 2, 3]"],
      ["[1, 2, 1, 3]", "[1, 2, 3]"],
    ],
    hidden: [
      ["[]", "[]"],
      ["[5, 5, 5]", "[5]"],
      ["['b', 'a', 'b', 'c']", "['b', 'a', 'c']"],
    ],
  },
  {
    name: "share_bill",
    difficulty: "easy",
    tags: ["arithmetic"],
    prompt: "share_bill(cents, people) splits an amount into whole cents as evenly as possible, larger shares first.",
    starter: `def share_bill(cents, people):
    share = cents // people
    rest = cents % people
    return [share + 1] * rest + [share] * people
`,
    reference: `def share_bill(cents, people):
    share = cents // people
    rest = cents % people
    return [share + 1] * rest + [share] * (people - rest)
`,
    visible: [
      ["900, 3", "[300, 300, 300]"],
      ["1000, 3", "[334, 333, 333]"],
    ],
    hidden: [
      ["2, 4", "[1, 1, 0, 0]"],
      ["7, 1", "[7]"],
      ["11, 5", "[3, 2, 2, 2, 2]"],
    ],
  },
  {
    name: "balanced",
    difficulty: "medium",
    tags: ["string", "stack"],
    prompt:
      "balanced(text) says whether all round, square and curly brackets in a text are closed in the right order. Other characters do not matter.",
    starter: `def balanced(text):
    pairs = {")": "(", "]": "[", "}": "{"}
    open_brackets = []
    for character in text:
        if character in pairs.values():
            open_brackets.append(character)
        elif character in pairs:
            if open_brackets and open_brackets.pop() != pairs[character]:
                return False
    return not open_brackets
`,
    reference: `def balanced(text):
    pairs = {")": "(", "]": "[", "}": "{"}
    open_brackets = []
    for character in text:
        if character in pairs.values():
            open_brackets.append(character)
        elif character in pairs:
            if not open_brackets or open_brackets.pop() != pairs[character]:
                return False
    return not open_brackets
`,
    visible: [
      ["'f(a[0])'", "True"],
      ["')('", "False"],
      ["'a)'", "False"],
    ],
    hidden: [
      ["''", "True"],
      ["'([)]'", "False"],
      ["'}'", "False"],
      ["'{[()]}()'", "True"],
      ["'('", "False"],
    ],
  },
  {
    name: "binary_place",
    difficulty: "medium",
    tags: ["list", "search"],
    prompt:
      "binary_place(values, wanted) returns the first index of a value in a sorted list, or -1 when it is not there. It must not look at every value.",
    starter: `def binary_place(values, wanted):
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return low if values and values[low] == wanted else -1
`,
    reference: `def binary_place(values, wanted):
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if values and values[low] == wanted else -1
`,
    visible: [
      ["[2, 4], 4", "1"],
      ["[1, 3, 5, 7], 3", "1"],
    ],
    hidden: [
      ["[], 1", "-1"],
      ["[1, 3, 5, 7, 9], 5", "2"],
      ["[2, 2, 2, 2], 2", "0"],
      ["[1, 4, 6], 5", "-1"],
      ["[0, 1, 1, 1, 2, 3], 1", "1"],
    ],
  },
  {
    name: "weave_lists",
    difficulty: "medium",
    tags: ["list"],
    prompt:
      "weave_lists(first, second) takes values in turn from two lists, starting with the first; when one is used up the rest of the other follows. Neither list is changed.",
    starter: `def weave_lists(first, second):
    woven = []
    for index in range(max(len(first), len(second))):
        if index < len(first):
            woven.append(first[index])
        elif index < len(second):
            woven.append(second[index])
    return woven
`,
    reference: `def weave_lists(first, second):
    woven = []
    for index in range(max(len(first), len(second))):
        if index < len(first):
            woven.append(first[index])
        if index < len(second):
            woven.append(second[index])
    return woven
`,
    visible: [
      ["[1, 2], []", "[1, 2]"],
      ["[1, 3], [2, 4, 5]", "[1, 2, 3, 4, 5]"],
    ],
    hidden: [
      ["[], [7, 8]", "[7, 8]"],
      ["['a', 'b', 'c'], ['x']", "['a', 'x', 'b', 'c']"],
      ["[], []", "[]"],
      ["[0], [0]", "[0, 0]"],
    ],
  },
  {
    name: "count_change",
    difficulty: "hard",
    tags: ["dynamic programming"],
    prompt:
      "count_change(amount, coins) returns in how many ways an amount can be paid with coins of the given values, each as often as wanted; the order of coins does not matter.",
    starter: `def count_change(amount, coins):
    ways = [1] + [0] * amount
    for part in range(1, amount + 1):
        for coin in coins:
            if coin <= part:
                ways[part] += ways[part - coin]
    return ways[amount]
`,
    reference: `def count_change(amount, coins):
    ways = [1] + [0] * amount
    for coin in coins:
        for part in range(coin, amount + 1):
            ways[part] += ways[part - coin]
    return ways[amount]
`,
    visible: [
      ["4, [2]", "1"],
      ["3, [1, 2]", "2"],
    ],
    hidden: [
      ["0, [1, 5]", "1"],
      ["10, [1, 5, 10]", "4"],
      ["7, [2, 4]", "0"],
      ["12, [1, 2, 5]", "13"],
    ],
  },
  {
    name: "flatten_deep",
    difficulty: "hard",
    tags: ["recursion"],
    prompt:
      "flatten_deep(tree, depth) opens nested lists up to a depth and returns the values in order; depth 0 opens nothing, and what lies deeper stays as it is.",
    starter: `def flatten_deep(tree, depth, found=[]):
    for branch in tree:
        if isinstance(branch, list) and depth > 0:
            flatten_deep(branch, depth - 1, found)
        else:
            found.append(branch)
    result = list(found)
    if depth == 0:
        found.clear()
    return result
`,
    reference: `def flatten_deep(tree, depth):
    found = []
    for branch in tree:
        if isinstance(branch, list) and depth > 0:
            found.extend(flatten_deep(branch, depth - 1))
        else:
            found.append(branch)
    return found
`,
    visible: [
      ["[1, 2], 0", "[1, 2]"],
      ["[1, [2, [3]], 4], 1", "[1, 2, [3], 4]"],
    ],
    hidden: [
      ["[], 3", "[]"],
      ["[[1], [[2]]], 0", "[[1], [[2]]]"],
      ["[[[[5]]], 6], 2", "[[5], 6]"],
      ["[1, [2, [3, [4]]]], 9", "[1, 2, 3, 4]"],
    ],
  },
];
