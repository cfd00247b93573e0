# status: completed
# stdout: 1000000\n
numbers = list(range(10**6))
for i in range(100):
    numbers[i * 7] = -i
table = {i: i for i in range(10**5)}
table[5] = "x"
print(len(numbers))
