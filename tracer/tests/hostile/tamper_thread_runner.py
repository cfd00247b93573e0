# status: tampered
# stdout-has: refused
import gc
import threading

found = []


def look():
    found.extend(each for each in gc.get_objects() if type(each) is type(len) and each.__name__ == "run")


thread = threading.Thread(target=look)
thread.start()
thread.join()
for runner in found:
    try:
        runner(print)
    except RuntimeError:
        print("refused")
