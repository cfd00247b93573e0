# status: syntax-error
# error: SyntaxError
def f(:
    pass
