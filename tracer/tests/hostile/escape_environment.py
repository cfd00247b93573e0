# status: completed
# stdout: held\n
# tier: full
import os


worked = []


def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, RuntimeError, ValueError, AttributeError) as error:
        return
    worked.append(name)


expected = {"HOME", "LANG", "PATH", "TZ"}
if set(os.environ) - expected or set(os.environb) - {name.encode() for name in expected}:
    worked.append(sorted(os.environ))
if os.getenv("SECRET_KEY") or os.getenv("DATABASE_URL"):
    worked.append("secret")
if os.uname().nodename not in ("polytrace",):
    worked.append("host name")
if os.getcwd() != "/tmp" or os.getuid() != 65534 or os.getgid() != 65534 or os.getgroups() not in ([], [65534]):
    worked.append([os.getcwd(), os.getuid(), os.getgid(), os.getgroups()])

print("held" if not worked else worked)
