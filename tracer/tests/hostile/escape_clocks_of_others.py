# status: completed
# stdout: held\n
import os
import time

worked = []
for process in [os.getppid(), *range(1, 500)]:
    if process in (0, os.getpid()):
        continue
    for kind in (2, 6):
        try:
            worked.append((process, time.clock_gettime((~process << 3) | kind)))
        except OSError:
            pass
print("held" if not worked else worked)
