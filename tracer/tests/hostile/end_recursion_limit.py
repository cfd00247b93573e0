# status: crashed|memory|step-limit
# limits: {"steps": 10000000, "recordingBytes": 16777216, "cpuMs": 10000}
import sys

sys.setrecursionlimit(10**7)


def deeper(n):
    return deeper(n + 1)


deeper(0)
