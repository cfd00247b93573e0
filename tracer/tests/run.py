"""Runs all Python tests; `--report FILE` also writes their numbers as JSON."""

import argparse
import json
import pathlib
import sys
import unittest


def main() -> int:
    """Discover, run, report; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=pathlib.Path)
    arguments = parser.parse_args()
    folder = pathlib.Path(__file__).parent
    sys.path.insert(0, str(folder.parent.parent))
    suite = unittest.defaultTestLoader.discover(str(folder), top_level_dir=str(folder.parent.parent))
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    skipped = len(result.skipped)
    for test, reason in result.skipped:
        print(f"skipped {test}: {reason}", file=sys.stderr)
    numbers = {"passed": result.testsRun - failed - skipped, "failed": failed, "skipped": skipped}
    if arguments.report is not None:
        arguments.report.parent.mkdir(parents=True, exist_ok=True)
        arguments.report.write_text(json.dumps(numbers))
    return 0 if failed == 0 and result.testsRun > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
