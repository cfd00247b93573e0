# status: completed
# stdout: held\n
import os
import subprocess


worked = []


def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, RuntimeError, ValueError, AttributeError) as error:
        return
    worked.append(name)


attempt("fork", lambda: os.fork() or os._exit(0))
attempt("forkpty", lambda: os.forkpty()[0] or os._exit(0))
attempt("execv", lambda: os.execv("/bin/true", ["true"]))
attempt("exec self", lambda: os.execv("/usr/bin/python3", ["python3", "-c", "print(1)"]))
attempt("posix_spawn", lambda: os.posix_spawn("/bin/true", ["true"], {}))
attempt("subprocess", lambda: subprocess.run(["true"]))
attempt("shell", lambda: subprocess.run("true", shell=True))
attempt("popen", lambda: os.popen("true").read())
if os.system("true") == 0:
    worked.append("system")

print("held" if not worked else worked)
