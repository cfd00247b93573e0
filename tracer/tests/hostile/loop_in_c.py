# status: timeout
# limits: {"cpuMs": 400}
sum(range(10**11))
