# status: completed
# stdout: OSError\n
import os

hold = []
try:
    while True:
        hold.append(os.open("/dev/null", os.O_RDONLY))
except OSError as error:
    print(type(error).__name__)
