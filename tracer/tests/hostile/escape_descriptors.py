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


open_ones = []
for descriptor in range(3, 64):
    try:
        os.fstat(descriptor)
        open_ones.append(descriptor)
    except OSError:
        pass
worked.extend(open_ones)
attempt("write to input", lambda: os.write(0, b"x"))

print("held" if not worked else worked)
