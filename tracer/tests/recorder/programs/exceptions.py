class Own(Exception):
    def __init__(self, a, b=2):
        super().__init__(a)
        self.b = b
def inner(k):
    try:
        if k == 0:
            raise ValueError("zero", 1)
        if k == 1:
            raise Own("one")
        if k == 2:
            return {}["x"]
        return 10 / (k - 3)
    except ValueError as error:
        kept = [error]
        return -1
    except Own:
        raise
    finally:
        last = k
def outer():
    out = []
    for k in range(5):
        try:
            out.append(inner(k))
        except (Own, KeyError) as e:
            out.append(type(e).__name__)
        except ZeroDivisionError as e:
            try:
                raise RuntimeError("again") from e
            except RuntimeError as f:
                out.append(f.args)
    return out
result = outer()
class Manager:
    def __enter__(self): self.state = "in"; return self
    def __exit__(self, *details): self.state = details[0] is not None; return True
with Manager() as m:
    int("x")
state = m.state
for c in iter([1, 2]): pass
class It:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
got = [v for v in It()]
assert False, "uncaught"
