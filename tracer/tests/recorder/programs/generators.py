import collections
def count(n):
    log = []
    try:
        for i in range(n):
            sent = yield i
            log.append(sent)
            if sent: n += 1
    except ValueError as e:
        yield "thrown"
    finally:
        log.append("closed")
    return log
g = count(3)
a = next(g); b = g.send("x"); c = g.throw(ValueError("v"))
rest = list(g)
def outer():
    got = yield from count(2)
    return got
flat = list(outer())
h = count(9); next(h); h.close()
squares = (i * i for i in range(3))
s = sum(squares)
source = [1, 2, 3]
taken = iter(source.pop, 1)
for t in taken: pass
pairs = zip(range(2), map(lambda q: q + 1, [5, 6]))
for u, w in pairs: total = u + w
buffer = []
lazy = map(buffer.append, range(3))
for _ in lazy:
    seen = len(buffer)
window = collections.deque(maxlen=3)
for k in range(5):
    window.append(k)
window.appendleft(9); window.rotate(1)
dd = collections.defaultdict(list)
for k in "abca":
    probe = dd[k]
    probe.append(k)
