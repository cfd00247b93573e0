# status: completed
# stdout: 1\n
# note: made code by hand
import importlib.util
import marshal

# Opens a file of the library first, as an import of it would.
open(importlib.util.cache_from_source(importlib.util.__file__).replace("util", "abc"), "rb").close()
code = compile("print(1)", "x", "exec")
with open("own.pyc", "wb") as file:
    file.write(importlib.util.MAGIC_NUMBER + b"\0" * 12 + marshal.dumps(code))

import own
