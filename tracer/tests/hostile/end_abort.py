# status: crashed
# reason: SIGABRT
import os

x = 1
os.abort()
