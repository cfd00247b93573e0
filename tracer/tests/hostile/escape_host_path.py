# status: completed
# stdout: held\n
import atexit
import gc
import sys
from pathlib import PurePath

# Under another name, because thousands of objects are looked at.
SEARCH = """
def note(text):
    if isinstance(text, str) and "/tracer" in text and text not in SEARCH:
        seen.add(text)


def look_at(thing):
    if type(thing) is dict:
        for key, value in list(thing.items()):
            note(key)
            note(value)
    elif type(thing) in (list, tuple, set):
        for value in list(thing):
            note(value)
    elif isinstance(thing, PurePath):
        note(str(thing))
    code = getattr(thing, "__code__", None)
    note(getattr(code, "co_filename", None))


def look_at_end(frame):
    while frame is not None:
        note(frame.f_code.co_filename)
        for value in list(frame.f_globals.values()):
            note(value)
            look_at(value)
        frame = frame.f_back


def look_at_objects():
    for kind in object.__subclasses__():
        for value in list(vars(kind).values()):
            look_at(value)
    for thing in gc.get_objects():
        look_at(thing)
"""
seen = set()
space = {"PurePath": PurePath, "gc": gc, "seen": seen, "SEARCH": SEARCH}
exec(compile(SEARCH, "search", "exec"), space)
gc.unfreeze()
space["look_at_objects"]()


def at_end():
    space["look_at_end"](sys._getframe(1))
    print("held" if not seen else seen)


atexit.register(at_end)
