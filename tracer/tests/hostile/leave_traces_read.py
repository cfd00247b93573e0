# status: completed
# stdout: clean\n
import builtins
import json
import os
import random
import sys

found = [
    os.path.exists("/tmp/left-behind"),
    "LEFT_BEHIND" in os.environ,
    hasattr(builtins, "left_behind"),
    hasattr(sys, "left_behind"),
    "left_behind" in sys.modules,
    hasattr(json, "left_behind"),
    sys.getrecursionlimit() != 1000,
    os.getcwd() == "/",
    os.listdir(".") != [],
    random.random() != 0.8444218515250481,
]
print("clean" if not any(found) else found)
