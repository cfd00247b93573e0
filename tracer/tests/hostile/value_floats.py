# status: completed
# stdout: nan inf -inf -0.0\n
a = float("nan")
b = float("inf")
c = -b
d = -0.0
e = complex(a, b)
print(a, b, c, d)
