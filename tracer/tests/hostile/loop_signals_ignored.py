# status: timeout|step-limit
# limits: {"cpuMs": 1200, "steps": 10000000, "recordingBytes": 100000000}
import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
while True:
    pass
