# status: raised|tampered
# error: ValueError
import sys


def f():
    x = 1
    sys._getframe().f_lineno = 7
    return x


f()
