# status: completed
# stdout: <module>\n
import sys

for frame in sys._current_frames().values():
    while frame is not None:
        print(frame.f_code.co_name)
        frame = frame.f_back
