# status: completed
# stdout: 0\n
calls = 0


def bump():
    global calls
    calls += 1


class Meta(type):
    def __repr__(cls):
        bump()
        raise ZeroDivisionError

    def __eq__(cls, other):
        bump()
        return True

    def __hash__(cls):
        bump()
        return 1

    def __instancecheck__(cls, other):
        bump()
        return True

    def __getattribute__(cls, name):
        bump()
        return type.__getattribute__(cls, name)


class Evil(metaclass=Meta):
    def __repr__(self):
        bump()
        raise SystemExit

    __str__ = __repr__

    def __eq__(self, other):
        bump()
        return True

    def __hash__(self):
        bump()
        return 0

    def __getattribute__(self, name):
        bump()
        raise KeyboardInterrupt

    def __len__(self):
        bump()
        return -1

    def __bool__(self):
        bump()
        raise ValueError

    __class__ = property(lambda self: (bump(), int)[1])
    __dict__ = property(lambda self: (bump(), {})[1])


class List(list):
    def __iter__(self):
        bump()
        raise SystemExit

    def __len__(self):
        bump()
        return 10**9

    def __getitem__(self, index):
        bump()
        raise SystemExit


class Dict(dict):
    def items(self):
        bump()
        raise SystemExit

    def __iter__(self):
        bump()
        raise SystemExit


class Text(str):
    def __str__(self):
        bump()
        raise SystemExit

    def __eq__(self, other):
        bump()
        return False

    __hash__ = str.__hash__


class Number(int):
    def __repr__(self):
        bump()
        raise SystemExit

    def __eq__(self, other):
        bump()
        return False

    __hash__ = int.__hash__


calls = 0
evil = Evil()
items = List([1, 2, 3])
table = Dict(a=1)
text = Text("hey")
number = Number(7)
everything = [evil, items, table]
named = {"k": evil}
x = 1
x = 2
print(calls)
