# status: completed
# stdout: held\n
import resource


worked = []


def attempt(name, action):
    try:
        action()
    except (OSError, ImportError, RuntimeError, ValueError, AttributeError) as error:
        return
    worked.append(name)


for name in ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE"):
    kind = getattr(resource, name)
    soft, hard = resource.getrlimit(kind)
    if hard == resource.RLIM_INFINITY:
        worked.append(name + " has no limit")
    attempt(name, lambda: resource.setrlimit(kind, (hard + 1, hard + 1)))
attempt("of the parent", lambda: resource.prlimit(1, resource.RLIMIT_CPU))

print("held" if not worked else worked)
