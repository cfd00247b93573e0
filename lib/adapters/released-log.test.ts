import { describe, expect, test } from "vitest";
import { getAdapter } from "@/lib/adapters/registry";
import { completeOptions } from "@/lib/traces/complete-options";
import { recordPrograms } from "@/testing/record-programs";

/**
 * Programs that the golden file does not cover. The texts come from a restatement in Python, made from their sources, of PySnooper's
 * log and of the study's and SemCoder's code that reads it, run under CPython 3.11; it prints the golden file's 350 texts, too.
 */
const cases: readonly {
  readonly name: string;
  readonly code: string;
  readonly call: string;
  readonly texts: Readonly<Record<string, string>>;
}[] = [
  {
    name: "recursion: arguments belong to the calling line, changes to the line that the callee ended on",
    call: "fact(4)",
    code: ["def fact(n):", "    if n <= 1:", "        return 1", "    m = fact(n - 1)", "    return n * m"].join("\n"),
    texts: {
      "concise@tracewise": [
        "[L1] [INPUT] ['n = 4'] [/INPUT] [/L1]",
        "[L4] [INPUT] ['n = 3'] [/INPUT] [/L4]",
        "[L4] [INPUT] ['n = 2'] [/INPUT] [/L4]",
        "[L4] [INPUT] ['n = 1'] [/INPUT] [/L4]",
        "[L3] m = 1 [/L3]",
        "[L5] m = 2 [/L5]",
        "[L5] m = 6 [/L5]",
        "[L3] [OUTPUT] 1 [/OUTPUT] [/L3]",
        "[L5] [OUTPUT] 2 [/OUTPUT] [/L5]",
        "[L5] [OUTPUT] 6 [/OUTPUT] [/L5]",
        "[L5] [OUTPUT] 24 [/OUTPUT] [/L5]",
      ].join("\n"),
      "next@tracewise": [
        "def fact(n): #(1) ['n = 4']",
        "    if n <= 1:",
        "        return 1 #__return__=1",
        "    m = fact(n - 1) #(2) ['n = 3'] (3) ['n = 2'] (4) ['n = 1']",
        "    return n * m #__return__=2 __return__=6 __return__=24",
      ].join("\n"),
      semcoder: [
        'def fact(n): # [INPUT] {"n": 4} [/INPUT]',
        "    if n <= 1:",
        "        return 1",
        '    m = fact(n - 1) # [STATE-0] {"m": 6} [/STATE-0]',
        "    return n * m # [OUTPUT] 24 [/OUTPUT]",
      ].join("\n"),
    },
  },
  {
    name: "recursion deeper than four calls is lost",
    call: "down(8)",
    code: [
      "def down(n):",
      "    x = [n]",
      "    if n == 0:",
      "        return x",
      "    y = down(n - 1)",
      "    x.append(len(y))",
      "    return x",
    ].join("\n"),
    texts: {
      "concise@tracewise": [
        "[L1] [INPUT] ['n = 8'] [/INPUT] [/L1]",
        "[L5] [INPUT] ['n = 7'] [/INPUT] [/L5]",
        "[L5] [INPUT] ['n = 6'] [/INPUT] [/L5]",
        "[L5] [INPUT] ['n = 5'] [/INPUT] [/L5]",
        "[L5] [INPUT] ['n = 4'] [/INPUT] [/L5]",
        "[L2] x = [8] [/L2]",
        "[L2] x = [7] [/L2]",
        "[L2] x = [6] [/L2]",
        "[L2] x = [5] [/L2]",
        "[L2] x = [4] [/L2]",
        "[L7] y = [3, 2] [/L7]",
        "[L6] x = [4, 2] [/L6]",
        "[L7] y = [4, 2] [/L7]",
        "[L6] x = [5, 2] [/L6]",
        "[L7] y = [5, 2] [/L7]",
        "[L6] x = [6, 2] [/L6]",
        "[L7] y = [6, 2] [/L7]",
        "[L6] x = [7, 2] [/L6]",
        "[L7] y = [7, 2] [/L7]",
        "[L6] x = [8, 2] [/L6]",
        "[L7] [OUTPUT] [4, 2] [/OUTPUT] [/L7]",
        "[L7] [OUTPUT] [5, 2] [/OUTPUT] [/L7]",
        "[L7] [OUTPUT] [6, 2] [/OUTPUT] [/L7]",
        "[L7] [OUTPUT] [7, 2] [/OUTPUT] [/L7]",
        "[L7] [OUTPUT] [8, 2] [/OUTPUT] [/L7]",
      ].join("\n"),
      "next@tracewise": [
        "def down(n): #(1) ['n = 8']",
        "    x = [n] #(6) ['x = [8]']; (7) ['x = [7]']; ...; (10) ['x = [4]']",
        "    if n == 0:",
        "        return x",
        "    y = down(n - 1) #(2) ['n = 7']; (3) ['n = 6']; ...; (5) ['n = 4']",
        "    x.append(len(y)) #(12) ['x = [4, 2]']; (14) ['x = [5, 2]']; ...; (20) ['x = [8, 2]']",
        "    return x #__return__=[4, 2]; __return__=[5, 2]; ...; __return__=[8, 2]",
      ].join("\n"),
      semcoder: [
        'def down(n): # [INPUT] {"n": 8} [/INPUT]',
        '    x = [n] # [STATE-0] {"x": [8]} [/STATE-0]',
        "    if n == 0:",
        "        return x",
        '    y = down(n - 1) # [STATE-1] {"y": [7, 2]} [/STATE-1]',
        '    x.append(len(y)) # [STATE-2] {"x": [8, 2]} [/STATE-2]',
        "    return x # [OUTPUT] [8, 2] [/OUTPUT]",
      ].join("\n"),
    },
  },
  {
    name: "a handled exception replaces its line",
    call: "f([1, 0, 2])",
    code: [
      "def f(xs):",
      "    out = []",
      "    for x in xs:",
      "        try:",
      "            out.append(10 // x)",
      "        except ZeroDivisionError as e:",
      "            out.append(None)",
      "        finally:",
      "            last = x",
      "    return out",
    ].join("\n"),
    texts: {
      "concise@tracewise": [
        "[L1] [INPUT] ['xs = [1, 0, 2]'] [/INPUT] [/L1]",
        "[L2] out = [] [/L2]",
        "[L3] x = 1 [/L3]",
        "[L5] out = [10] [/L5]",
        "[L9] last = 1 [/L9]",
        "[L3] x = 0 [/L3]",
        "[L6] e = ZeroDivisionError(...or modulo by zero') [/L6]",
        "[L7] out = [10, None] [/L7]",
        "[L9] last = 0 [/L9]",
        "[L3] x = 2 [/L3]",
        "[L5] out = [10, None, 5] [/L5]",
        "[L9] last = 2 [/L9]",
        "[L5] [OUTPUT] ZeroDivisionError:...n or modulo by zero [/OUTPUT] [/L5]",
        "[L10] [OUTPUT] [10, None, 5] [/OUTPUT] [/L10]",
      ].join("\n"),
      "next@tracewise": [
        "def f(xs): #(1) ['xs = [1, 0, 2]']",
        "    out = [] #(2) ['out = []']",
        "    for x in xs: #(3) ['x = 1'] (6) ['x = 0'] (10) ['x = 2']",
        "        try:",
        "            out.append(10 // x) #__return__=ZeroDivisionError:...n or modulo by zero",
        '        except ZeroDivisionError as e: #(7) ["e = ZeroDivisionError(...or modulo by zero\')"]',
        "            out.append(None) #(8) ['out = [10, None]']",
        "        finally:",
        "            last = x #(5) ['last = 1'] (9) ['last = 0'] (12) ['last = 2']",
        "    return out #__return__=[10, None, 5]",
      ].join("\n"),
      semcoder: [
        'def f(xs): # [INPUT] {"xs": [1, 0, 2]} [/INPUT]',
        '    out = [] # [STATE-0] {"out": []} [/STATE-0]',
        '    for x in xs: # [STATE-1] {"x": 1} [/STATE-1][STATE-4] {"x": 0} [/STATE-4][STATE-8] {"x": 2} [/STATE-8]',
        "        try:",
        '            out.append(10 // x) # [STATE-2] {"out": [10]} [/STATE-2][STATE-9] {"out": "[10, None, 5]"} [/STATE-9] # [EXCEPTION] ZeroDivisionError: integer division or modulo by zero [/EXCEPTION]',
        '        except ZeroDivisionError as e: # [STATE-5] {"e": "ZeroDivisionError(\'integer division or modulo by zero\')"} [/STATE-5]',
        '            out.append(None) # [STATE-6] {"out": "[10, None]"} [/STATE-6]',
        "        finally:",
        '            last = x # [STATE-3] {"last": 1} [/STATE-3][STATE-7] {"last": 0} [/STATE-7][STATE-10] {"last": 2} [/STATE-10]',
        '    return out # [OUTPUT] "[10, None, 5]" [/OUTPUT]',
      ].join("\n"),
    },
  },
  {
    name: "an exception whose message is a number",
    call: "f({1: 2})",
    code: [
      "def f(d):",
      "    a = 1",
      "    b = 2",
      "    try:",
      "        v = d[3]",
      "    except KeyError:",
      "        v = 0",
      "        w = 1",
      "    a, b = b, a",
      "    return v",
    ].join("\n"),
    texts: {
      "concise@tracewise": [
        "[L1] [INPUT] ['d = {1: 2}'] [/INPUT] [/L1]",
        "[L2] a = 1 [/L2]",
        "[L3] b = 2 [/L3]",
        "[L7] v = 0 [/L7]",
        "[L8] w = 1 [/L8]",
        "[L9] b = 1, a = 2 [/L9]",
        "[L5] [OUTPUT] KeyError: 3 [/OUTPUT] [/L5]",
        "[L10] [OUTPUT] 0 [/OUTPUT] [/L10]",
      ].join("\n"),
      "next@tracewise": [
        "def f(d): #(1) ['d = {1: 2}']",
        "    a = 1 #(2) ['a = 1']",
        "    b = 2 #(3) ['b = 2']",
        "    try:",
        "        v = d[3] #__return__=KeyError: 3",
        "    except KeyError:",
        "        v = 0 #(4) ['v = 0']",
        "        w = 1 #(5) ['w = 1']",
        "    a, b = b, a #(6) ['b = 1, a = 2']",
        "    return v #__return__=0",
      ].join("\n"),
      semcoder: [
        'def f(d): # [INPUT] {"d": "{1: 2}"} [/INPUT]',
        '    a = 1 # [STATE-0] {"a": 1} [/STATE-0]',
        '    b = 2 # [STATE-1] {"b": 2} [/STATE-1]',
        "    try:",
        "        v = d[3] # [EXCEPTION] KeyError: 3 [/EXCEPTION]",
        "    except KeyError:",
        '        v = 0 # [STATE-2] {"v": 0} [/STATE-2]',
        '        w = 1 # [STATE-3] {"w": 1} [/STATE-3]',
        '    a, b = b, a # [STATE-4] {"a": 2, "b": 1} [/STATE-4]',
        "    return v # [OUTPUT] 0 [/OUTPUT]",
      ].join("\n"),
    },
  },
  {
    name: "an uncaught exception, its text cut",
    call: "f(3)",
    code: [
      "def f(n):",
      "    t = 0",
      "    for i in range(n):",
      "        t += i",
      "        if i == 1:",
      '            raise ValueError("bad " * 30)',
      "    return t",
    ].join("\n"),
    texts: {
      "concise@tracewise": [
        "[L1] [INPUT] ['n = 3'] [/INPUT] [/L1]",
        "[L2] t = 0 [/L2]",
        "[L3] i = 0 [/L3]",
        "[L3] i = 1 [/L3]",
        "[L4] t = 1 [/L4]",
        "[L6] [OUTPUT] ValueError: bad ba...bad bad bad bad bad [/OUTPUT] [/L6]",
      ].join("\n"),
      "next@tracewise": [
        "def f(n): #(1) ['n = 3']",
        "    t = 0 #(2) ['t = 0']",
        "    for i in range(n): #(3) ['i = 0'] (4) ['i = 1']",
        "        t += i #(5) ['t = 1']",
        "        if i == 1:",
        '            raise ValueError("bad " * 30) #__return__=ValueError: bad ba...bad bad bad bad bad',
        "    return t",
      ].join("\n"),
      semcoder: [
        'def f(n): # [INPUT] {"n": 3} [/INPUT]',
        '    t = 0 # [STATE-0] {"t": 0} [/STATE-0]',
        '    for i in range(n): # [STATE-1] {"i": 0} [/STATE-1][STATE-2] {"i": 1} [/STATE-2]',
        '        t += i # [STATE-3] {"t": 1} [/STATE-3]',
        "        if i == 1:",
        '            raise ValueError("bad " * 30) # [EXCEPTION] ValueError: bad bad bad bad bad bad bad bad bad ...d bad bad bad bad bad bad bad bad bad bad bad bad [/EXCEPTION]',
        "    return t",
      ].join("\n"),
    },
  },
];

const recordings = await recordPrograms(
  cases.map(({ code, call }) => ({ source: code, entry: { kind: "call", expression: call } })),
);

describe.each(cases.map(({ name, texts }, index) => ({ name, texts, recording: recordings[index] })))(
  "$name",
  ({ texts, recording }) => {
    test.each(Object.entries(texts))("%s", (id, text) => {
      if (recording === undefined) throw new Error("The program was not recorded.");
      const adapter = getAdapter(id);
      expect(adapter.render(recording, completeOptions(adapter, {})).text).toBe(text);
    });
  },
);
