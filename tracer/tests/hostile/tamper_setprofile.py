# status: tampered
import sys

try:
    sys.setprofile(lambda *event: None)
except RuntimeError:
    print("refused")
