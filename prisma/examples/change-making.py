def ways(amount, coins):
    """Counts the ways to pay an amount, trying each coin or leaving it out."""
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    with_first = ways(amount - coins[0], coins)
    without_first = ways(amount, coins[1:])
    return with_first + without_first
