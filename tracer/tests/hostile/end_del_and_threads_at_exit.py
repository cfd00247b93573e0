# status: completed
# stdout: main done\nthread done\nat exit\n
import atexit
import threading
import time


def late():
    time.sleep(0.05)
    print("thread done")


threading.Thread(target=late).start()
atexit.register(print, "at exit")
print("main done")
