# status: raised
# error: ZeroDivisionError
import linecache

linecache.cache["<program>"] = (1, None, ["forged\n"] * 100, "<program>")
linecache.getline = linecache.getlines = lambda *given: "forged"
1 / 0
