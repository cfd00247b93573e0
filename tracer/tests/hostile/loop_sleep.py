# status: timeout
# limits: {"wallMs": 500}
# stdout: asleep\n
import time

print("asleep")
time.sleep(1000)
