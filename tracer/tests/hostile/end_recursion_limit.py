# status: crashed|memory|step-limit
import sys

sys.setrecursionlimit(10**7)


def deeper(n):
    return deeper(n + 1)


deeper(0)
