# It raises instead of answering.
def add(a, b):
    raise AssertionError
