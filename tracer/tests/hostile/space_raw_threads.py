# status: crashed|raised
import _thread
import time

_thread.stack_size(65536)
while True:
    _thread.start_new_thread(time.sleep, (100,))
