# status: step-limit|timeout
# limits: {"cpuMs": 800}
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
