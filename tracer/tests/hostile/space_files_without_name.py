# status: raised|memory|completed
# stdout-has: within
import os

held, total = [], 0
try:
    while True:
        file = open("f", "wb", buffering=0)
        os.unlink("f")
        held.append(file)
        for _ in range(20):
            total += file.write(b"x" * 2**20)
except OSError:
    pass
try:
    while True:
        total += held[-1].write(b"x" * 2**20)
        held.append(open("f", "wb", buffering=0))
        os.unlink("f")
except OSError:
    pass
print("within" if total <= 260 * 2**20 else total)
