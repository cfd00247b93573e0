# status: completed
# stdout: ok\n
import sys

say = print
sys.modules.clear()
x = 1
say("ok")
