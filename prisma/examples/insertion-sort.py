def insertion_sort(values):
    """Sorts a list in place and counts how often an item moved."""
    moves = 0
    for end in range(1, len(values)):
        item = values[end]
        place = end
        while place > 0 and values[place - 1] > item:
            values[place] = values[place - 1]
            place -= 1
            moves += 1
        values[place] = item
    return moves
