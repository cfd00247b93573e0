"""Lines over a descriptor, for the process that the program shares."""

import builtins

# The program may have changed the real ones.
__builtins__ = dict(vars(builtins))

import os


class Lines:
    """Lines over a descriptor."""

    def __init__(self, descriptor: int) -> None:
        """`descriptor`: a connected stream."""
        self._descriptor = descriptor
        self._rest = b""
        self._read, self._write = os.read, os.write

    def receive(self) -> bytes | None:
        """The next line; None at the end."""
        while b"\n" not in self._rest:
            part = self._read(self._descriptor, 65_536)
            if not part:
                return None
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\n")
        return line

    def send(self, text: str) -> None:
        """Sends a line."""
        left = memoryview(text.encode("ascii") + b"\n")
        while len(left) > 0:
            left = left[self._write(self._descriptor, left) :]
