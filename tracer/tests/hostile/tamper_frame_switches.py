# status: completed|tampered
# stdout: 6\n
import sys


def f():
    frame = sys._getframe()
    frame.f_trace_lines = False
    frame.f_trace_opcodes = True
    frame.f_trace = None
    x = 1
    x += 2
    x += 3
    return x


print(f())
