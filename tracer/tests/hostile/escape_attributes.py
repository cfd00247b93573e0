# status: completed
# stdout: held\n
import os
import sys

worked = []
for path in (os.__file__, os.path.dirname(os.__file__), sys.executable, "/", "/usr", "/dev/null", "/etc", "/proc"):
    for name, change in (("mode", lambda: os.chmod(path, 0o777)), ("time", lambda: os.utime(path, (0, 0))), ("owner", lambda: os.chown(path, 65534, -1))):
        try:
            change()
            worked.append((name, path))
        except OSError:
            pass
with open(os.__file__) as file:
    try:
        os.fchmod(file.fileno(), 0o777)
        worked.append("mode of an open file")
    except OSError:
        pass
print("held" if not worked else worked)
