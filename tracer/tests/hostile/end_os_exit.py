# status: crashed
# stdout: before\n
import os

print("before")
os._exit(0)
