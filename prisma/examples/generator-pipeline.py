def numbers(limit):
    value = 1
    while value <= limit:
        reset = yield value
        value = reset if reset is not None else value + 1


def squares(source):
    for value in source:
        if value % 3 == 0:
            continue
        yield value * value


def run(limit):
    seen = []
    for square in squares(numbers(limit)):
        seen.append(square)
    return sum(seen)
