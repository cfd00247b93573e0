# It closes every descriptor.
import os

os.closerange(0, 64)


def add(a, b):
    return 0
