# status: completed
# stdout: held\n
import os
import signal


worked = []


def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, RuntimeError, ValueError, AttributeError) as error:
        return
    worked.append(name)


for process in [1, 2, 3, 4, 5, os.getppid(), -1, 0, -os.getpgrp()] + list(range(os.getpid() - 3, os.getpid())) + [os.getpid() + 1]:
    if process != os.getpid():
        attempt(process, lambda: os.kill(process, signal.SIGKILL))
attempt("group", lambda: os.killpg(os.getpgrp(), signal.SIGKILL))
attempt("handle", lambda: os.pidfd_open(1))

print("held" if not worked else worked)
