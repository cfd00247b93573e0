# status: completed
# stdout: 20000000\n
text = "ab" * 10**7
part = text
for start in range(20):
    part = text[start:]
print(len(text))
