# status: completed|step-limit
for number in range(20000):
    globals()[f"name{number}"] = number
