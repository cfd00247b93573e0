# status: completed
# stdout: held\n
# tier: full
import os


worked = []


def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, RuntimeError, ValueError, AttributeError) as error:
        return
    worked.append(name)


os.symlink("/etc/passwd", "/tmp/link")
attempt("read through a link", lambda: open("/tmp/link").read())
os.symlink("/", "/tmp/root")
attempt("walk through a link", lambda: open("/tmp/root/etc/passwd").read())
os.mkfifo("/tmp/queue")
attempt("hard link to the library", lambda: os.link(os.__file__, "/tmp/hard"))
os.symlink("/proc/self/fd/1", "/tmp/descriptor")
attempt("descriptor link", lambda: open("/tmp/descriptor", "w"))

print("held" if not worked else worked)
