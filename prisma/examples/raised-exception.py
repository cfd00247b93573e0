class OutOfStock(Exception):
    def __init__(self, item, missing):
        super().__init__(f"{missing} more of {item} needed")
        self.item = item
        self.missing = missing


def take(stock, item, count):
    left = stock.get(item, 0) - count
    if left < 0:
        raise OutOfStock(item, -left)
    stock[item] = left
    return left


def fill(order, stock):
    for item, count in order.items():
        take(stock, item, count)
    return stock
