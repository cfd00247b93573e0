def length(start, known):
    """Steps until the Collatz sequence of a number reaches 1."""
    value, count = start, 0
    while value != 1:
        if value in known:
            count += known[value]
            break
        value = value // 2 if value % 2 == 0 else 3 * value + 1
        count += 1
    known[start] = count
    return count


def longest(limit):
    known = {}
    best = 1
    for start in range(1, limit):
        if length(start, known) > length(best, known):
            best = start
    return best, known[best]
