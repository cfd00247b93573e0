# status: tampered
import sys

try:
    sys.settrace(None)
except RuntimeError:
    print("refused")
x = 1
x = 2
