# status: memory
# limits: {"memoryBytes": 134217728}
text = "x"
while True:
    text += text
