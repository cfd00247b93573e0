class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def move(self, amount):
        self.balance += amount
        self.history.append(amount)


class Savings(Account):
    def __init__(self, owner, balance, rate):
        super().__init__(owner, balance)
        self.rate = rate

    def end_of_year(self):
        self.move(round(self.balance * self.rate))


def two_years():
    savings = Savings("Ada", 1000, 0.05)
    savings.end_of_year()
    savings.move(-200)
    savings.end_of_year()
    return savings.balance, savings.history
