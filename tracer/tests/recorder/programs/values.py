import math
big = 10 ** 300
bigger = -(7 ** 3000)
small = -5; edge = 2 ** 60; edge2 = -(2 ** 62); mid = 2 ** 53 + 1; low = -128; top = 2 ** 63 - 1
f = [0.1, -0.0, 1e300, 5e-324, float("inf"), float("nan"), 1e16, 123456789.123]
c = 1 - 2j
texts = ["it's", 'say "hi"', "a\nb\t\\", "\x00\x1b[31m", "\u202eabc", "é€😀", "\ud800x", "</script>"]
b = b"\x00'\xff"; ba = bytearray(b"abc"); ba[1] = 0; ba += b"zz"
s = {3, 1, 10}; s.add(2); s.discard(3); fs = frozenset({1}); e = set()
mixed = {True, 1.5, "x", (1, 2)}
cycle = []; cycle.append(cycle); cycle.append(1)
d = {}; d["self"] = d; d[1] = (d,)
t = ([1],); t[0].append(t)
shared = [0]; two = [shared, shared]; shared.append(1)
nested = [[[[[[[1]]]]]]]
nested[0][0][0][0].append(2)
r = range(3, 9, 2); sl = slice(1, None, [2])
none = None; ell = ...; flag = not none
matrix = [[0] * 4 for _ in range(3)]
for i in range(3):
    matrix[i][i] = i + 1
matrix[0], matrix[2] = matrix[2], matrix[0]
row = matrix.pop(0); matrix.insert(1, row); matrix.reverse(); matrix[1:2] = [[9], [8]]
keys = {"a": 1, "b": {"c": []}}
keys["b"]["c"].append(1); keys.pop("a"); keys["z"] = keys["b"]; del keys["b"]; keys["b"] = 0
text = ""
for i in range(40): text += chr(97 + i % 26) * i
for i in range(5): text = "<" + text + ">"
rev = ""
for ch in "reverse this longer text": rev = ch + rev
same = 1000; same = 999 + 1
true = 1; true = True
zero = 0.0; zero = -0.0
