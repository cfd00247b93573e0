# status: memory
# limits: {"memoryBytes": 134217728}
hold = dict(zip(range(10**8), map(str, range(10**8))))
