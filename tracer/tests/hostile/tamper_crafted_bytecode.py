# status: crashed|raised|tampered|completed
# note: made code by hand
def f():
    return 1


f.__code__ = f.__code__.replace(co_code=bytes([100, 255, 83, 0]) * 4)
f()
