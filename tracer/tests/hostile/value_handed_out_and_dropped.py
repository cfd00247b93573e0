# status: completed
# stdout: 60\n
def make(i):
    return {i: 1}


kept = []
for i in range(6000):
    make(i); one = [i]; two = (i, one)
    if i % 100 == 0:
        kept.append(one)
print(len({id(each) for each in kept}))
