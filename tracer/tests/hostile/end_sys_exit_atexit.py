# status: completed
# exit-code: 3
# stdout: finally\nat exit\n
import atexit
import sys

atexit.register(lambda: print("at exit"))
try:
    sys.exit(3)
finally:
    print("finally")
