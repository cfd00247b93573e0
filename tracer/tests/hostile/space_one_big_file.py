# status: completed|crashed
# stdout: full\n
try:
    with open("big", "wb") as file:
        while True:
            file.write(b"x" * (1 << 20))
except OSError:
    print("full")
