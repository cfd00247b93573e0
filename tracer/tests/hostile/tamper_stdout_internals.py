# status: completed
# stdout: safe\n
import gc
import sys

inner = sys.stdout.buffer
reach = [gc.get_referents(inner), [name for name in dir(inner) if "record" in name]]
print("safe" if reach == [[], []] else reach)
