# status: completed
# limits: {"outputBytes": 2000000}
print("x" * 10**6)
