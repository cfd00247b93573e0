# status: completed
import threading

shared = {}
done = False


def change():
    while not done:
        for i in range(100):
            shared[i] = [i] * i
        shared.clear()


thread = threading.Thread(target=change)
thread.start()
for _ in range(200):
    copy = dict(shared)
done = True
thread.join()
