# status: completed
# stdout: held\n
import socket


worked = []


def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, RuntimeError, ValueError, AttributeError) as error:
        return
    worked.append(name)


attempt("abstract", lambda: socket.socket(socket.AF_UNIX).connect("\0polytrace"))
attempt("path", lambda: socket.socket(socket.AF_UNIX).connect("/run/systemd/journal/socket"))
attempt("datagram pair", lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM))
first, second = socket.socketpair()
attempt("bind a pair", lambda: first.bind("/tmp/socket"))
attempt("connect a pair", lambda: first.connect("\0polytrace"))
attempt("send elsewhere", lambda: first.sendto(b"x", "\0polytrace"))
first.send(b"ok")
if second.recv(2) != b"ok":
    worked.append("pairs are broken")

print("held" if not worked else worked)
