import asyncio
counter = 0
def bump():
    global counter, fresh
    counter += 1
    fresh = [counter]
bump(); bump()
def closure():
    n = 0
    cells = []
    def inc(by):
        nonlocal n
        n += by
        cells.append(n)
        return n
    inc(2); inc(3)
    return inc, cells
inc, cells = closure()
inc(4)
fs = [lambda k=k: k * 2 for k in range(3)]
out = [f() for f in fs]
nested = {a: {b for b in range(a)} for a in range(3)}
async def tick(n):
    await asyncio.sleep(0)
    return n * 2
async def run():
    got = []
    for i in range(2):
        got.append(await tick(i))
    async def agen():
        for k in range(2):
            yield k
    async for k in agen():
        got.append(k)
    return got
answer = asyncio.run(run())
def match(value):
    match value:
        case [1, x]: kind = "pair"
        case {"k": v, **others}: kind = "map"
        case str() as text if text: kind = "text"
        case _: kind = None
    return kind
kinds = [match(v) for v in ([1, 2], {"k": 1, "j": 2}, "s", 4)]
def forget(a, b):
    del a
    b = None
    b = [1]; b = [1]
    try:
        a
    except NameError as problem:
        pass
    for k in range(3):
        t = [k]
    return t
forget(1, 2)
class Body:
    x = 1
    y = [x, 2]
    for z in y: w = z
    del z
def late():
    items = [1, 2]
    alias = items
    def change(): items.append(3); return alias
    change().append(4)
    return items
late()
exec("hidden = 1")
