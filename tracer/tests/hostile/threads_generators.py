# status: completed
# stdout: got hey\nthrown t\nclosed\nclosed\n[0, 1]\n
def count(n):
    try:
        for i in range(n):
            received = yield i
            if received:
                print("got", received)
    except ValueError as error:
        print("thrown", error)
    finally:
        if n > 2:
            print("closed")


a = count(5)
b = count(3)
next(a)
next(b)
a.send("hey")
try:
    a.throw(ValueError("t"))
except StopIteration:
    pass
b.close()
print(list(count(2)))
