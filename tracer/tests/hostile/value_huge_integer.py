# status: completed
# stdout: 2903707\n
x = 7**1034321
y = -x
x = 1
print(y.bit_length())
