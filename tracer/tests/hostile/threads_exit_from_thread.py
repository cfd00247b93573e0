# status: crashed
import os
import threading
import time

threading.Thread(target=lambda: (time.sleep(0.02), os._exit(0))).start()
time.sleep(5)
