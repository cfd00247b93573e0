# status: completed
# stdout: MemoryError\n
# limits: {"memoryBytes": 134217728}
hold = []
try:
    while True:
        hold.append(bytearray(b"x") * (16 << 20))
except MemoryError as error:
    hold.clear()
    print(type(error).__name__)
