# status: completed
# stdout: [0, 1, 4, 9]\n
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(lambda n: n * n, range(4))))
