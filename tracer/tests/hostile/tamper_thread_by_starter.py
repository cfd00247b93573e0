# status: completed
# stdout: [2, 2, 2]\n
# recorded: hidden = 2
import _thread
import gc
import sys
import time

done = []


def work():
    hidden = 1
    hidden = hidden + 1
    done.append(hidden)


started = 1
_thread.start_new_thread(work, ())
behind = _thread.start_new_thread.__self__
if type(behind) is type(len):
    behind(work, ())
    started = started + 1
del sys.modules["_thread"]
import _thread

_thread.start_new_thread(work, ())
_thread.start_new(work, ())
while len(done) < started + 2:
    time.sleep(0.01)
print(done)
