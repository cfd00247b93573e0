# status: tampered
import bdb

try:
    bdb.Bdb().set_trace()
except RuntimeError:
    print("refused")
