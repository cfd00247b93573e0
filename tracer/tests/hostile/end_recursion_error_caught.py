# status: completed
# stdout: RecursionError\nstill here\n
def deeper(n):
    return 1 + deeper(n + 1)


try:
    deeper(0)
except RecursionError as error:
    print(type(error).__name__)
print("still here")
