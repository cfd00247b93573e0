# status: completed|raised
import signal
import sys


def look(number, frame):
    while frame is not None:
        if "finish" in frame.f_globals or "_recorder" in frame.f_globals or "finish" in frame.f_locals:
            sys.stdout.write("harness seen")
        frame = frame.f_back


signal.signal(signal.SIGALRM, look)
signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
for _ in range(2000):
    pass
