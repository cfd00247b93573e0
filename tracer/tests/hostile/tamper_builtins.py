# status: completed
# stdout: ok\n
import builtins

for name in list(vars(builtins)):
    if name not in ("__import__", "print", "setattr", "list", "vars"):
        setattr(builtins, name, None)
x = 1
x = 2
print("ok")
