# status: raised
# error: Odd
class Odd(BaseException):
    pass


raise Odd("neither Exception nor exit")
