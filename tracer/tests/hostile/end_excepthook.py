# status: raised
# error: ValueError
# stderr: hooked ValueError\n
import sys

sys.excepthook = lambda kind, value, trace: print("hooked", kind.__name__, file=sys.stderr)
raise ValueError("x")
