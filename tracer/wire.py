"""The bytes that pass between the server, the warm interpreter and a job's process; `lib/runner/protocol.ts` is the other side."""

import mmap
import os
import struct

PROTOCOL_VERSION = 3

#: Descriptors that the server opens for the warm interpreter.
JOBS, REPLIES, CANCELS = 0, 1, 3

#: Job → waiter, once the job is read: wall limit, CPU limit (ms), output limit (bytes), limit of each part (ms, 0: none),
#: largest recording with header and tail (bytes), whether it takes the candidate (1) or not (0).
STARTED = struct.Struct("<IIIIQI")
#: Server → waiter on CANCELS: the number of the job, counted from 1.
CANCEL = struct.Struct("<I")
#: Server → job and hello: length of the JSON that follows. A judge's job of kind `tests` comes as two such parts.
LENGTH = struct.Struct("<I")
#: The first fields of the control page: stage, reason, length of a message.
CONTROL = struct.Struct("<III")
#: The first fields of a judged job's memory of results: length, number of records.
RESULTS = struct.Struct("<QQ")
CONTROL_BYTES = 2 * mmap.PAGESIZE
#: Where the second page begins, whose first byte is set when the program makes code by hand.
CONTROL_MARK_OFFSET = mmap.PAGESIZE
CONTROL_MESSAGE_OFFSET = CONTROL.size
#: Reply: magic, number, wait status, why it was killed, stage, reason, message bytes, part that ran, stream bytes, raw output bytes,
#: raw output bytes seen, elapsed µs, CPU µs, largest resident size in KiB, whether the program made code by hand.
REPLY = struct.Struct("<4sIiIIIIIQQQQQQI")
REPLY_MAGIC = b"PTR1"
#: Room in a recording's memory for its header and its last record (tracer/recorder/stream.h).
STREAM_HEADER_BYTES, STREAM_TAIL_BYTES = 128, 16_384
MOST_JOB_BYTES = 64 * 2**20
#: Candidate → job: the candidate is sealed, and what it sends from now on is the program's.
CANDIDATE_READY = b"\n"

# Why the waiter killed a job.
NOT_KILLED, KILLED_WALL, KILLED_CPU, KILLED_OUTPUT, KILLED_CANCELLED, KILLED_FILES = range(6)

# How far a job came, in its control page.
STAGE_READ, STAGE_SEALED, STAGE_RUNNING, STAGE_ENDED = 1, 2, 3, 4
REASON_OUTPUT_LIMIT, REASON_INTERNAL, REASON_OUT_OF_MEMORY = 1, 2, 3

# Exit codes of a job's process; what they mean counts only together with the stage.
EXIT_DONE, EXIT_NO_JOB, EXIT_INTERNAL = 0, 3, 70


def write_all(descriptor: int, data: bytes | bytearray | memoryview) -> None:
    """Writes everything, however many writes that takes."""
    view = memoryview(data)
    while len(view) > 0:
        view = view[os.write(descriptor, view[: 2**20]) :]


def read_exactly(descriptor: int, length: int) -> bytes | None:
    """Reads `length` bytes; None when the stream ends before the first or between."""
    parts: list[bytes] = []
    while length > 0:
        part = os.read(descriptor, min(length, 2**20))
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
