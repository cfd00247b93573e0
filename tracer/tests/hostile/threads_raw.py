# status: completed
# stdout: [0, 2, 4]\n
import _thread
import time

results = []


def work(n):
    y = n * 2
    results.append(y)


for i in range(3):
    _thread.start_new_thread(work, (i,))
while len(results) < 3:
    time.sleep(0.01)
print(sorted(results))
