# status: completed
# stdout: held\n
import multiprocessing


worked = []


def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, RuntimeError, ValueError, AttributeError) as error:
        return
    worked.append(name)


attempt("process", lambda: multiprocessing.Process(target=print).start())
attempt("pool", lambda: multiprocessing.Pool(1))
attempt("spawned", lambda: multiprocessing.get_context("spawn").Process(target=print).start())

print("held" if not worked else worked)
