# status: completed
# stdout: end\n
import gc


class Marker:
    pass


marker = Marker()
found = None


def elements():
    global found
    yield marker
    for referrer in gc.get_referrers(marker):
        if type(referrer) is tuple:
            found = referrer
    x = 1
    x = 2
    yield x


try:
    tuple(elements())
except SystemError:
    pass  # before 3.14, which makes tuples where nobody can find them
print("end")
