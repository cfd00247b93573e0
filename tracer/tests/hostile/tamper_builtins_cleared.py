# status: raised
# error: NameError
import builtins

x = 1
builtins.__dict__.clear()
y = 2
print("never")
