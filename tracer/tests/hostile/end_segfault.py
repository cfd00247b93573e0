# status: crashed
# reason: SIGSEGV
import faulthandler

x = 1
faulthandler._sigsegv()
