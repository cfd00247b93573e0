# status: completed
# limits: {"wallMs": 30000}
# stdout: 20000\n
def count():
    n = 0
    while True:
        yield n
        n += 1


live = [count() for _ in range(20000)]
for generator in live:
    next(generator)
print(len(live))
