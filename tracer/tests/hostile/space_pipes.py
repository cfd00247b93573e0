# status: completed
# stdout: True\n
import os

total = 0
pipes = []
try:
    while True:
        pipes.append(os.pipe())
except OSError:
    pass
for _, end in pipes:
    os.set_blocking(end, False)
    try:
        while True:
            total += os.write(end, b"x" * 65536)
    except BlockingIOError:
        pass
print(total <= 64 * 65536)
