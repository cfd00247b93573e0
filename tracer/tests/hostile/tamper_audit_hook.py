# status: completed
# stdout: 2\n
# note: audit hooks
import sys


def hook(event, arguments):
    if event == "mine":
        global hidden
        hidden = 1
        hidden += 1


sys.addaudithook(hook)
sys.audit("mine")
print(hidden)
