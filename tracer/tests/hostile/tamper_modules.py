# status: completed
# stdout: [] refused\n
import sys

print([name for name in sys.modules if name in ("_recorder", "_jail", "record", "child", "zygote", "waiter", "ctypes")], end=" ")
worked = []
for name in ("_recorder", "_jail", "record", "child", "waiter", "watch", "job_process", "zygote", "tiers"):
    try:
        __import__(name)
        worked.append(name)
    except ImportError:
        pass
print(worked or "refused")
