# status: raised|memory
import os

for number in range(100_000):
    with open(f"file{number}", "wb") as file:
        file.write(b"x" * 2**16)
    os.close(os.open(f"empty{number}", os.O_CREAT | os.O_WRONLY))
