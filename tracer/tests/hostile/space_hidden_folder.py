# status: raised|memory
import os

# A folder that its owner may fill and nobody may list.
os.mkdir("hidden", 0o300)
for number in range(200):
    with open(f"hidden/{number}", "wb") as file:
        file.write(b"x" * 2**20)
