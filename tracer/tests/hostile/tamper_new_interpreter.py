# status: completed
# stdout: none\n
import importlib

made = []
for name in ("_xxsubinterpreters", "_interpreters", "concurrent.interpreters"):
    try:
        module = importlib.import_module(name)
    except ImportError:
        continue
    made.append(module.create())
    if hasattr(module, "run_string"):
        module.run_string(made[-1], "x = 1")
print(made or "none")
