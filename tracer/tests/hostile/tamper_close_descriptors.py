# status: completed
# stdout: still here\n
import os

os.closerange(0, 256)
x = 1
print("still here")
