"""Folders of jobs on the host: hostile contents are measured and removed without being followed."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from . import extensions

extensions.load()

from jail.job_folder import JobFolder, remove_abandoned  # noqa: E402
from jail.seal import TMP_BYTES, TMP_FILES  # noqa: E402


class JobFolderTest(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = JobFolder()
        self.addCleanup(shutil.rmtree, self.folder.path, ignore_errors=True)
        self.inside = Path(self.folder.path)

    def test_removes_a_depth_that_no_path_can_name(self) -> None:
        descriptor = os.open(self.inside, os.O_RDONLY)
        for _ in range(3000):
            os.mkdir("d" * 100, dir_fd=descriptor)
            inner = os.open("d" * 100, os.O_RDONLY, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        os.close(descriptor)
        self.folder.remove()
        self.assertFalse(self.inside.exists())

    def test_does_not_follow_links(self) -> None:
        with tempfile.TemporaryDirectory() as outside:
            kept = Path(outside, "kept")
            kept.write_text("x")
            os.symlink(outside, self.inside / "folder")
            os.symlink(kept, self.inside / "file")
            os.mkfifo(self.inside / "queue")
            self.folder.remove()
            self.assertEqual(kept.read_text(), "x")
        self.assertFalse(self.inside.exists())

    def test_removes_folders_without_permissions(self) -> None:
        (self.inside / "closed" / "inner").mkdir(parents=True)
        (self.inside / "closed" / "inner" / "file").write_text("x")
        os.chmod(self.inside / "closed" / "inner", 0)
        os.chmod(self.inside / "closed", 0)
        self.folder.remove()
        self.assertFalse(self.inside.exists())

    def test_sees_too_many_bytes_and_too_many_files(self) -> None:
        self.assertFalse(self.folder.is_over_quota())
        (self.inside / "large").write_bytes(b"x" * (TMP_BYTES + 1))
        self.assertTrue(self.folder.is_over_quota())
        (self.inside / "large").unlink()
        self.assertFalse(self.folder.is_over_quota())
        for number in range(TMP_FILES + 1):
            (self.inside / f"file{number}").touch()
        self.assertTrue(self.folder.is_over_quota())

    @unittest.skipIf(os.geteuid() == 0, "root may read every folder")
    def test_a_folder_that_cannot_be_looked_into_counts_as_too_much(self) -> None:
        (self.inside / "hidden").mkdir(0o300)
        self.assertTrue(self.folder.is_over_quota())

    def test_a_path_that_is_too_long_counts_as_too_much(self) -> None:
        descriptor = os.open(self.inside, os.O_RDONLY)
        for _ in range(60):
            os.mkdir("d" * 100, dir_fd=descriptor)
            inner = os.open("d" * 100, os.O_RDONLY, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        os.close(descriptor)
        self.assertTrue(self.folder.is_over_quota())
        self.folder.remove()

    def test_folders_of_interpreters_that_are_gone_are_removed(self) -> None:
        ended = subprocess.Popen(["true"])
        ended.wait()
        abandoned = Path(tempfile.mkdtemp(prefix=f"polytrace-job-{ended.pid}-"))
        (abandoned / "file").write_text("x")
        remove_abandoned()
        self.assertFalse(abandoned.exists())
        self.assertTrue(self.inside.exists())

    def test_a_sparse_file_counts_with_what_it_takes(self) -> None:
        with open(self.inside / "sparse", "wb") as file:
            file.truncate(TMP_BYTES * 2)
        self.assertFalse(self.folder.is_over_quota())


if __name__ == "__main__":
    unittest.main()
