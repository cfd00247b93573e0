def fact(n):
    if n <= 1:
        return 1
    return n * fact(n - 1)
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
def depth(n):
    if n:
        depth(n - 1)
def collect(n, out):
    out.append(n)
    if n:
        collect(n - 1, out)
    return out
a = fact(5)
b = even(4)
depth(60)
c = collect(3, [])
