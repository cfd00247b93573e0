# status: output-limit
import sys

kind = type(sys.stdout.buffer)
try:
    kind(print, None, 1)
except TypeError:
    pass
while True:
    print("x" * 10000)
