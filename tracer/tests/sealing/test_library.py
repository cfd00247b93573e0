"""The files that a jail shows."""

import sys
import tempfile
import unittest
from pathlib import Path

from . import extensions

extensions.load()

from jail.library import LEFT_OUT, library_entries, prepare_root  # noqa: E402


class LibraryTest(unittest.TestCase):
    def test_names_modules_that_programs_need_and_none_that_reach_memory(self) -> None:
        names = {entry.name.split(".")[0] for entry in library_entries()}
        self.assertLessEqual({"os", "json", "collections", "asyncio", "encodings", "typing"}, names)
        for forbidden in ("ctypes", "_ctypes", "_testcapi", "site-packages", "dist-packages", "test", "idlelib", "_xxsubinterpreters"):
            self.assertNotIn(forbidden, names)

    def test_the_root_holds_the_library_and_nothing_of_the_host(self) -> None:
        with tempfile.TemporaryDirectory() as build:
            root, libraries = prepare_root(Path(build))
            again, _ = prepare_root(Path(build))
            self.assertEqual(root, again)
            self.assertLessEqual({entry.name for entry in root.iterdir()}, {"usr", "dev", "tmp", *Path(sys.prefix).parts[1:2]})
            self.assertEqual([path for path in root.rglob("*") if path.is_symlink()], [])
            found = {path.name for path in root.rglob("*")}
            self.assertFalse({"sh", "passwd", "proc", "sys", "_ctypes"} & found)
            self.assertEqual([name for name in found if name.startswith("_ctypes")], [])
            self.assertTrue(all(Path(library).is_file() for library in libraries))
            self.assertFalse({Path(library).name.split(".")[0] for library in libraries} & LEFT_OUT)


if __name__ == "__main__":
    unittest.main()
