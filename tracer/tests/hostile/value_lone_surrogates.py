# status: completed
# stdout: True\n
a = "\ud800"
b = "x\udfffy"
c = {a: b}
print(len(a) == 1)
