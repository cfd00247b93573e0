# status: timeout
# limits: {"wallMs": 600}
import atexit
import time

atexit.register(time.sleep, 1000)
