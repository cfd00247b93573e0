# status: size-limit|step-limit
# limits: {"steps": 10000000, "recordingBytes": 200000, "cpuMs": 5000}
values = []
for i in range(10**6):
    values = [str(i) * 50, values[:3]]
