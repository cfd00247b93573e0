# status: completed
import os

for _ in range(900):
    os.mkdir("d")
    os.chdir("d")
