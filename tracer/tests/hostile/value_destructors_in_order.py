# status: completed
# stdout: x\ndel 1\n
class Loud:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        print("del", self.number)


def f():
    a = Loud(1)
    print("x")
    a = None


f()
