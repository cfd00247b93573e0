# status: completed
# stdout: held\n
import os


worked = []


def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, RuntimeError, ValueError, AttributeError) as error:
        return
    worked.append(name)


for path in ("/x", "/usr/x", "/usr/lib/x", "/dev/x", os.__file__, os.path.dirname(os.__file__) + "/x.py"):
    attempt(path, lambda: os.close(os.open(path, os.O_WRONLY | os.O_CREAT)))
attempt("mkdir", lambda: os.mkdir("/x"))
attempt("remove", lambda: os.remove(os.__file__))
attempt("rename", lambda: os.rename("/tmp", "/x"))
attempt("chmod", lambda: os.chmod("/dev/null", 0))
attempt("touch", lambda: os.utime("/dev/null"))
attempt("touch os", lambda: os.utime(os.__file__))
attempt("chown", lambda: os.chown("/tmp", 0, 0))

print("held" if not worked else worked)
