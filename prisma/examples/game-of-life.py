def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)}


def step(alive):
    counts = {}
    for cell in alive:
        for near in neighbours(cell):
            counts[near] = counts.get(near, 0) + 1
    following = set()
    for cell, count in counts.items():
        if count == 3 or (count == 2 and cell in alive):
            following.add(cell)
    return following


def glide(generations):
    alive = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
    for generation in range(generations):
        alive = step(alive)
        print(generation, sorted(alive))
    return len(alive)
