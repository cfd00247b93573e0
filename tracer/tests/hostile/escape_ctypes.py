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


attempt("ctypes", lambda: __import__("ctypes"))
attempt("_ctypes", lambda: __import__("_ctypes"))
attempt("test modules", lambda: __import__("_testcapi"))
attempt("internals", lambda: __import__("_testinternalcapi"))
attempt("cffi", lambda: __import__("cffi"))
attempt("third-party packages", lambda: __import__("pip"))

print("held" if not worked else worked)
