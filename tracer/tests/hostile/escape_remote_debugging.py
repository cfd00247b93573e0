# status: completed
# stdout: held\n
import os
import sys

with open("script.py", "w") as file:
    file.write("reached = True\nprint('reached')\n")
reached = False
SCRIPT = os.path.abspath("script.py")


def attach(process):
    """What 3.14 has to run code in another process and to read its frames."""
    try:
        sys.remote_exec(process, SCRIPT)
    except (AttributeError, OSError, RuntimeError):
        pass
    try:
        import _remote_debugging
    except ImportError:
        return False
    return bool(_remote_debugging)


found = [attach(process) for process in (os.getpid(), os.getppid(), 1, 2)]
for _ in range(10_000):
    pass
print("reached" if reached or any(found) else "held")
