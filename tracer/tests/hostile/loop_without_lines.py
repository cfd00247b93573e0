# status: timeout|step-limit
# limits: {"cpuMs": 400}
while True: pass
