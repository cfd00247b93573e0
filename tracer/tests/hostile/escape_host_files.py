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


for path in ("/etc/passwd", "/etc/shadow", "/etc/hostname", "/root", "/home", "/var", "/proc/self/maps", "/proc/1/environ", "/proc/self/environ",
             "/sys/kernel", "/run", "/dev/mem", "/dev/kmsg", "/dev/sda", "/dev/tty", "/dev/pts", "/dev/shm", "/bin/sh", "/usr/bin/env"):
    attempt(path, lambda: os.close(os.open(path, os.O_RDONLY)))
attempt("parent of tmp", lambda: open("/tmp/../etc/passwd"))
attempt("other jobs", lambda: [open(name) for name in os.listdir("/tmp")][0] if os.listdir("/tmp") else open("/nothing"))

print("held" if not worked else worked)
