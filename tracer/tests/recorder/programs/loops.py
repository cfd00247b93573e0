for i in range(0):
    never = 1
for i in [7]:
    once = i
total = 0
for i in range(4):
    for j in range(i):
        total += i * j
n = 5
while n:
    n -= 1
    if n == 2:
        continue
else:
    done = True
a = b = [1]
a.append(2); b.append(3); c = a is b
x, *y, z = range(6)
(p, q), r = (1, 2), 3
if (w := len(y)) > 2: v = w
del x
text = (
    "one"
    "two"
)
values = [
    n * 2
    for n in range(3)
    if n
]
