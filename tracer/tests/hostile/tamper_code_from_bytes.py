# status: completed
# stdout: 1\n
# note: made code by hand
import marshal

exec(marshal.loads(marshal.dumps(compile("print(1)", "x", "exec"))))
