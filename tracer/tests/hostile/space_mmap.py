# status: raised
# error: OSError
# limits: {"memoryBytes": 134217728}
import mmap

hold = []
while True:
    hold.append(mmap.mmap(-1, 32 << 20))
