# status: step-limit|timeout
# limits: {"cpuMs": 600}
x = 0
while True:
    x += 1
