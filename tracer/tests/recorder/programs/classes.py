import collections, dataclasses, enum, functools
class Base:
    kind = "base"
    def __init__(self, name): self.name = name; self.items = []
    @property
    def size(self): return len(self.items)
    @classmethod
    def make(cls, *names): return [cls(n) for n in names]
    @staticmethod
    def twice(x): return x * 2
    def add(self, item):
        self.items.append(item)
        return self
class Child(Base):
    __slots__ = ("extra", "more")
    def __init__(self, name):
        super().__init__(name)
        self.extra = {name}
        del self.items
class Slotted:
    __slots__ = ["b", "a"]
    def __init__(self): self.a = 1
@dataclasses.dataclass
class Point:
    x: int
    y: float = 0.5
Pair = collections.namedtuple("Pair", "l r")
class L(list): pass
class I(int): pass
class S(str): pass
first, second = Base.make("p", "q")
first.add(1).add(second)
child = Child("c")
child.more = first
slotted = Slotted(); slotted.b = [slotted.a]
point = Point(3); point.x += 1
pair = Pair([1], 2); pair.l.append(3)
l = L([1, L()]); l[1].append(2)
i = I(7); s = S("sub")
second.friend = first
first.friend = second
class Node:
    def __init__(self, value, next=None): self.value, self.next = value, next
head = None
for v in range(4):
    head = Node(v, head)
cursor, count = head, 0
while cursor:
    count += cursor.value
    cursor.value = -cursor.value
    cursor = cursor.next
def deco(f):
    @functools.wraps(f)
    def wrapper(*args, **kw):
        out = f(*args, **kw)
        return out
    return wrapper
@deco
def decorated(a, b=1, *c, d=2, **e): return a + b
r = decorated(1, 2, 3, d=4, z=5)
size = first.size + Base.twice(2)
class Ordered:
    def __init__(self, names):
        for name in names: setattr(self, name, name)
    def late(self): self.c = self.a
one = Ordered("ab"); two = Ordered("ba")
two.late()
del one.a
one.a = "again"
