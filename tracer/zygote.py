"""
The warm interpreter: started once by the server, seals itself off, then forks one process per job.

Usage: python3 -s -S -B -P -X utf8 zygote.py --server PID [--tier full|landlock|none] [--most-recording-bytes N]

Three processes stand in a row: this one waits; the second leaves the host's namespaces; the third is the first process of the new ones and
serves the jobs. Each dies with the one before it.
"""

import argparse
import os
import sys
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent
sys.path.append(str(_FOLDER))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", type=int, required=True, help="the process whose death ends this one")
    parser.add_argument("--tier", choices=("full", "landlock", "none"), help="only this tier")
    parser.add_argument("--most-recording-bytes", type=int, default=512 * 2**20)
    return parser.parse_args()


def _die_first() -> None:
    """Where the machine runs out of memory, a job is to end and not the server or its database."""
    try:
        Path("/proc/self/oom_score_adj").write_text("1000")
    except OSError:
        return


def main() -> None:
    """Builds and loads the C modules where that is needed, then serves."""
    arguments = _arguments()
    _die_first()
    import hello

    try:
        import build

        extensions = build.build()
        sys.path.append(str(extensions))
        import _jail
        import _recorder  # noqa: F401
    except Exception as error:
        hello.refuse([f"the recorder's C modules: {error}"])
        return
    _jail.arm_parent_death()
    if os.getppid() != arguments.server:
        return
    import tiers

    tiers.serve(arguments.tier, arguments.most_recording_bytes, Path(extensions))


if __name__ == "__main__":
    main()
