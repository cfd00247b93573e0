"""The processes of a job, as the trusted side that forks them ahead knows them."""

import os
import signal
from dataclasses import dataclass

import _jail
from jail.job_folder import JobFolder


@dataclass
class CandidateProcess:
    """
    A process that waits for the program of a job of kind `tests`, whose own process then runs the tests. It is forked before a job's own and
    never from it: what that one holds of tests, of results and of the nonce was never in this one's memory.
    """

    process: int
    process_handle: int
    #: The end of their pair that the job's own process inherits.
    connection: int

    def end(self) -> None:
        """Ends the process, whatever it does, and waits for that."""
        signal.pidfd_send_signal(self.process_handle, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.process_handle)


@dataclass
class JobProcess:
    """One process, forked before its job is known. Fields are descriptors unless their type says otherwise."""

    control: _jail.Region
    stream: _jail.Region
    started_read: int
    started_write: int
    output_read: int
    output_write: int
    #: To the candidate that the job may use.
    connection: int
    folder: JobFolder | None
    process: int = 0
    process_handle: int = -1

    def forget_memory(self) -> None:
        """In the job's process: whoever finds this object later does not find the memory."""
        del self.control, self.stream
