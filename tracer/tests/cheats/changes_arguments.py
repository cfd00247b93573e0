# It changes what it was given instead of answering.
def add(a, b):
    globals()["a"] = 3
    return None
