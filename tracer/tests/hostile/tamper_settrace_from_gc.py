# status: tampered
import gc

found = [o for o in gc.get_objects() if type(o) is type(len) and o.__name__ == "settrace"]
for function in found:
    try:
        function(None)
    except RuntimeError:
        print("refused")
if not found:
    import sys

    try:
        sys.settrace(None)
    except RuntimeError:
        print("refused")
x = 5
