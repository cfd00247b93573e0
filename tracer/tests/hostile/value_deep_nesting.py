# status: completed
nested = []
for _ in range(20000):
    nested = [nested]
x = 1
while nested:
    nested = nested[0]
