# status: completed
import builtins
import os
import random
import sys
import warnings

try:
    with open("/tmp/left-behind", "w") as file:
        file.write("secret")
except OSError:
    pass
os.environ["LEFT_BEHIND"] = "secret"
builtins.left_behind = "secret"
sys.left_behind = "secret"
sys.modules["left_behind"] = sys
random.seed(12345)
sys.setrecursionlimit(50)
warnings.simplefilter("error")
os.umask(0o777)
os.chdir("/")
import json

json.left_behind = "secret"
int.__doc__
