# status: completed
# stdout: None 0\n
import sys

frame = sys._getframe()
steps = 0
walked = frame
while walked.f_back is not None:
    walked = walked.f_back
    steps += 1
print(frame.f_back, steps)
