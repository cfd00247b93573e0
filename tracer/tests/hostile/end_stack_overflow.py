# status: crashed|memory|raised
import sys

sys.setrecursionlimit(10**7)
nested = []
for _ in range(90_000):
    nested = [nested]
repr(nested)
