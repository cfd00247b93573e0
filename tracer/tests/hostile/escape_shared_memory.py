# status: completed
# stdout: held\n
import mmap


worked = []


def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, RuntimeError, ValueError, AttributeError) as error:
        return
    worked.append(name)


attempt("posix", lambda: __import__("multiprocessing.shared_memory").shared_memory.SharedMemory("x", create=True, size=100))
attempt("queue", lambda: __import__("multiprocessing").Queue())
attempt("executable", lambda: open("/tmp/program", "w").close() or __import__("os").chmod("/tmp/program", 0o755) or __import__("os").execv("/tmp/program", ["x"]))

print("held" if not worked else worked)
