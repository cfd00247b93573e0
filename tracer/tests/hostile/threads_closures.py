# status: completed
# stdout: 3000\n
import threading


def run():
    total = 0
    lock = threading.Lock()

    def add():
        nonlocal total
        for _ in range(1000):
            with lock:
                total += 1

    threads = [threading.Thread(target=add) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return total


print(run())
