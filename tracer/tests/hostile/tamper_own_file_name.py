# status: completed
# stdout: 6\n
space = {}
exec(compile("def f(n):\n    n += 1\n    return n * 2\n", "<program>", "exec"), space)
print(space["f"](2))
