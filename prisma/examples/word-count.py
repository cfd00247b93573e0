import sys

counts = {}
for number, line in enumerate(sys.stdin, start=1):
    for word in line.lower().split():
        counts[word] = counts.get(word, 0) + 1
    print(f"line {number}: {len(counts)} different words so far")

most = max(counts, key=counts.get)
print("most frequent:", most, counts[most])
