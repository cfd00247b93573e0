# status: completed
# stdout:
