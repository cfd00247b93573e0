# status: completed
# stdout: held\n
import fcntl
import os
import signal
import socket


worked = []


def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, RuntimeError, ValueError, AttributeError) as error:
        return
    worked.append(name)


first, second = socket.socketpair()
attempt("owner", lambda: fcntl.fcntl(first, fcntl.F_SETOWN, os.getppid()))
attempt("signal", lambda: fcntl.fcntl(first, getattr(fcntl, "F_SETSIG", 10), signal.SIGKILL))
attempt("owner by ioctl", lambda: fcntl.ioctl(first, 0x8901, os.getppid().to_bytes(4, "little")))
attempt("notify", lambda: fcntl.fcntl(os.open("/tmp", os.O_RDONLY), fcntl.F_NOTIFY, fcntl.DN_CREATE))
attempt("pipe size", lambda: fcntl.fcntl(os.pipe()[0], 1031, 1 << 20))
attempt("terminal input", lambda: fcntl.ioctl(0, 0x5412, b"x"))

print("held" if not worked else worked)
