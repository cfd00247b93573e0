# status: completed|raised|tampered
import threading

threading.settrace(lambda *event: None)
thread = threading.Thread(target=print, args=("hi",))
thread.start()
thread.join()
