# status: memory
# limits: {"memoryBytes": 134217728}
hold = []
while True:
    hold.append([0] * 10**6)
