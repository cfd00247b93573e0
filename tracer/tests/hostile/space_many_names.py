# status: completed|step-limit|timeout
for number in range(2000):
    globals()[f"name{number}"] = number
