# status: completed
# stdout: full\n
# tier: full
import errno

try:
    for number in range(1000):
        with open(f"/tmp/file{number}", "wb") as file:
            file.write(b"x" * (1 << 20))
    print("no limit")
except OSError as error:
    print("full" if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT) else error)
