# status: completed
# stdout: held\n
import mmap

worked = []
READ, WRITE, EXECUTE = mmap.PROT_READ, mmap.PROT_WRITE, mmap.PROT_EXEC
for flags in (READ | EXECUTE, READ | WRITE | EXECUTE, EXECUTE):
    for kind in (mmap.MAP_PRIVATE, mmap.MAP_SHARED):
        try:
            mmap.mmap(-1, 4096, flags=kind | mmap.MAP_ANONYMOUS, prot=flags)
            worked.append(flags)
        except OSError:
            pass
with open("code", "wb") as file:
    file.write(b"\x90" * 4096)
with open("code", "rb") as file:
    try:
        mmap.mmap(file.fileno(), 4096, prot=READ | EXECUTE, flags=mmap.MAP_PRIVATE)
        worked.append("file")
    except OSError:
        pass
for name in ("_decimal", "_sqlite3", "_lzma", "_zoneinfo", "audioop", "_elementtree"):
    try:
        __import__(name)
    except ModuleNotFoundError:
        pass
print("held" if not worked else worked)
