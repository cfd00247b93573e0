# status: timeout
# limits: {"cpuMs": 400}
x = 10**10**8
