# status: completed
# stdout-has: script
a = "\x1b[2J\x1b]0;title\x07"
b = "\u202eevil\u2066"
c = "</script><img src=x onerror=alert(1)>"
d = "\x00\r\n\t"
print(a + b + c + d)
