# status: completed
# stdout: 6\n
a = []
a.append(a)
d = {}
d["d"] = d


class Node:
    pass


p = Node()
q = Node()
p.other = q
q.other = p
for i in range(5):
    a.append(i)
    d[i] = a
print(len(a))
