"""Memory, references, limits and the guard of the recorder."""

import unittest

from tracer.tests.recorder.recording import run

FLAG_STEP_LIMIT, FLAG_SIZE_LIMIT, FLAG_TAMPER_TRIED = 1, 2, 8

BUSY = """
import gc
class Node:
    def __init__(self, value): self.value = value; self.near = []
def work():
    nodes = [Node(number) for number in range(200)]
    for left, right in zip(nodes, nodes[1:]):
        left.near.append(right); right.near.append(left)
    table = {node.value: [node, str(node.value) * 3] for node in nodes}
    def pick(n):
        yield from (table[key] for key in range(n))
    total = 0
    for node, text in pick(100):
        total += len(text)
        try:
            if node.value % 7 == 0: raise ValueError(node)
        except ValueError as error:
            last = error.args
    return total
work()
del work, Node
gc.collect()
"""


class Bounds(unittest.TestCase):
    """What a recording costs the process that it runs in."""

    def test_recordings_leave_no_objects_behind(self) -> None:
        """After the same program ran ten times more, there are as many objects as before."""
        probe = """
            for _ in range(3): record()
            gc.collect(); before = len(gc.get_objects())
            for _ in range(10): record()
            gc.collect(); answer = len(gc.get_objects()) - before
        """
        self.assertLess(abs(run(BUSY, probe=probe).answer), 20)

    def test_recordings_leave_no_memory_behind(self) -> None:
        """Python's own allocator holds no more after ten further recordings; a leak would be thousands of blocks."""
        probe = """
            for _ in range(3): record()
            gc.collect(); tracemalloc.start(); record(); gc.collect()
            before = tracemalloc.get_traced_memory()[0]
            for _ in range(10): record()
            gc.collect(); answer = tracemalloc.get_traced_memory()[0] - before
        """
        self.assertLess(run(BUSY, probe=probe).answer, 40_000)

    def test_reference_counts_return(self) -> None:
        """Values that the program shared with the recorder are released with the recording."""
        source = "shared = ('x' * 50, 10 ** 30, b'y' * 50)\na = list(shared)\nb = {1: shared}\nfor v in a: w = v\ndel a, b, v, w"
        probe = """
            import sys
            held = module.__dict__["shared"]
            module.__dict__.clear()
            recorder.attach(buffer, "<none>", 1, 1)
            answer = [sys.getrefcount(value) for value in held]
        """
        once = run(source, probe=probe).answer
        alone = run(source, recorded=False, probe=probe).answer
        self.assertEqual(once, alone)

    def test_identities_are_forgotten(self) -> None:
        """Cells of dead objects are given up, those of cycles too: few are alive at the end of many."""
        source = "def f():\n    for i in range(20000):\n        a = [i]\n        b = [a]\n        a.append(b)\nf()"
        seen = run(source).counters
        # Not 40,000: an object may take the place of garbage that no variable reached any more.
        self.assertGreater(seen["identities"], 10_000)
        self.assertLess(seen["alive"], 3_000)

    def test_memory_does_not_grow_with_steps(self) -> None:
        """Resident memory beside the stream stays level while steps go on."""
        source = "def f(n):\n    a = []\n    for i in range(n):\n        a = [i, str(i)]\n        d = {i: a}\nf({n})"
        probe = """
            import resource
            answer = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - recorder.counters()["length"] // 1024
        """
        few, many = (run(source.replace("{n}", str(n)), probe=probe).answer for n in (2_000, 100_000))
        self.assertLess(many - few, 6_000)

    def test_step_limit(self) -> None:
        """Past the limit the program runs on unrecorded, and what is missing is counted."""
        seen = run("for i in range(500): pass\nprint('end')", steps=100).counters
        self.assertEqual((seen["events"], seen["flags"] & FLAG_STEP_LIMIT), (100, FLAG_STEP_LIMIT))
        self.assertGreater(seen["dropped"], 300)

    def test_size_limit(self) -> None:
        """An event that does not fit is not stored in part."""
        seen = run("for i in range(4000): s = str(i) * 500\nprint('end')", size=1 << 16)
        self.assertEqual(seen.stdout, "end\n")
        self.assertEqual(seen.counters["flags"] & FLAG_SIZE_LIMIT, FLAG_SIZE_LIMIT)
        self.assertLess(seen.counters["length"], 1 << 16)

    def test_the_guard_refuses_other_trace_functions(self) -> None:
        """sys.settrace and its kin raise, tracing goes on, and the attempt is flagged."""
        for call in ("sys.settrace(None)", "sys.setprofile(print)", "threading.settrace(None); threading.Thread(target=sys.settrace, args=(None,)).run()"):
            with self.subTest(call):
                source = f"import sys, threading\ntry:\n    {call}\nexcept RuntimeError as error:\n    print(error)\nfor i in range(50): x = i"
                seen = run(source, guard=True)
                self.assertIn("not available while the program is recorded", seen.stdout)
                self.assertEqual(seen.counters["flags"] & FLAG_TAMPER_TRIED, FLAG_TAMPER_TRIED)
                self.assertGreater(seen.counters["events"], 50)

    def test_without_the_guard_nothing_is_refused(self) -> None:
        """The refusal above is the guard's, not an accident."""
        self.assertEqual(run("import sys\nsys.setprofile(None)\nprint('done')").stdout, "done\n")

    def test_arguments_are_checked(self) -> None:
        """Wrong arguments are Python exceptions with a sentence, never a crash."""
        probe = """
            import sys
            answer = []
            for wrong in (
                lambda: recorder.attach(bytearray(100), "<p>", 1, 1),
                lambda: recorder.attach(b"x" * 100_000, "<p>", 1, 1),
                lambda: recorder.run(1, {}, True),
                lambda: recorder.run(compile("1", "x", "eval"), [], True),
                lambda: recorder.write(3, "x"),
                lambda: recorder.write(1, b"x"),
                lambda: recorder.set_nonce("x"),
                lambda: recorder.set_nonce(b"x" * 1000),
                lambda: recorder.finish("x"),
                lambda: recorder.finish(b"x" * 100_000),
            ):
                try:
                    wrong()
                    answer.append("accepted")
                except (TypeError, ValueError, BufferError, RuntimeError) as error:
                    answer.append(len(str(error)) > 10)
        """
        self.assertEqual(run("pass", probe=probe).answer, [True] * 10)


if __name__ == "__main__":
    unittest.main()
