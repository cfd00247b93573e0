# status: output-limit
import sys

while True:
    sys.stdout.buffer.write(b"z" * 10**6)
