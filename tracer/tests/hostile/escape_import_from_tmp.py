# status: completed
# stdout: 42\n
with open("own_module.py", "w") as file:
    file.write("value = 42\n")

import own_module

print(own_module.value)
