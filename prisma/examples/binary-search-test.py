def find(values, wanted):
    """Position of a value in a sorted list, or -1. Wrong for one of the tests: which line is at fault?"""
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        if values[middle] == wanted:
            return middle
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1
