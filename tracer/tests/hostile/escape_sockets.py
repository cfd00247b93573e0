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


attempt("tcp", lambda: socket.create_connection(("127.0.0.1", 80), 1))
attempt("udp", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 53)))
attempt("six", lambda: socket.socket(socket.AF_INET6))
attempt("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW))
attempt("netlink", lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0))
attempt("vsock", lambda: socket.socket(socket.AF_VSOCK))
attempt("packet", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))
attempt("server", lambda: socket.create_server(("127.0.0.1", 0)))
attempt("dns", lambda: socket.getaddrinfo("example.com", 80))

print("held" if not worked else worked)
