# status: timeout|step-limit
# limits: {"cpuMs": 400}
class Endless(Exception):
    def __str__(self):
        while True:
            pass


raise Endless
