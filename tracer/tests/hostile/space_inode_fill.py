# status: completed
# stdout: full\n
# limits: {"steps": 1000000}
# tier: full
import os

try:
    for number in range(10**5):
        os.close(os.open(f"/tmp/file{number}", os.O_CREAT | os.O_WRONLY))
    print("no limit")
except OSError:
    print("full")
