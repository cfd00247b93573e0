# status: timeout
# limits: {"cpuMs": 400}
import re

re.match(r"(a+)+$", "a" * 40 + "b")
