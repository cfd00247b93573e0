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


attempt("setuid", lambda: os.setuid(0))
attempt("setgid", lambda: os.setgid(0))
attempt("setresuid", lambda: os.setresuid(0, 0, 0))
attempt("setgroups", lambda: os.setgroups([0]))
attempt("chroot", lambda: os.chroot("/tmp"))
attempt("nice", lambda: os.setpriority(os.PRIO_PROCESS, 0, -20))
attempt("session", os.setsid)
attempt("device", lambda: os.mknod("/tmp/device", 0o060000 | 0o666, os.makedev(8, 0)))
attempt("character device", lambda: os.mknod("/tmp/device", 0o020000 | 0o666, os.makedev(1, 1)))
attempt("memory file", lambda: os.memfd_create("x"))
attempt("namespaces", lambda: os.unshare(0x10000000))

print("held" if not worked else worked)
