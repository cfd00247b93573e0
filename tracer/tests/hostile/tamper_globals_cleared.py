# status: completed
x = 1
y = 2
globals().clear()
z = 3
w = z
