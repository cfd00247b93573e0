# status: tampered
import sys

sys.settrace(lambda *event: None)
