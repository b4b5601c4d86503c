"""Runs a function in a process of its own and records everything that it does to a folder.

The function is named as ``package.module:function`` and is called with the folder. It says by ``mark`` how far it has
come: whatever was marked before a power cut must be there after it.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.campaigns.power.disk import Disk
from tests.campaigns.power.log import Op, Record, read_log

SOURCE = Path(__file__).with_name("recorder.c")
MARKS = "POWER_MARKS"


@dataclass(frozen=True)
class Recording:
    """What a process did to a folder, and how that was before (a copy, with the same inodes no more)."""

    disk: Disk
    """As it was at the beginning; it follows the records once."""
    records: list[Record]

    @property
    def marks(self) -> list[str]:
        """Every mark, in order."""
        return [record.data.decode() for record in self.records if record.op is Op.MARK]


def can_record() -> str:
    """Why nothing can be recorded on this machine; "" where it can."""
    if sys.platform != "linux":
        return "the recorder is for Linux"
    return "" if shutil.which("cc") else "there is no C compiler (cc) to build the recorder with"


def compiled(folder: Path) -> Path:
    """The recorder, made for this machine."""
    library = folder / "recorder.so"
    if not library.exists():
        options = ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
        subprocess.run(["cc", *options, "-o", library, SOURCE, "-ldl", "-lpthread"], check=True)
    return library


def record(function: str, folder: Path, root: Path, beside: Path, **environment: str) -> Recording:
    """Call the function with a folder while everything below ``root`` is recorded.

    The recorder keeps its things in ``beside``.
    """
    folder, root = folder.resolve(), root.resolve()
    beside.mkdir(exist_ok=True)
    log, marks = beside / "power.log", (beside / "marks").resolve()
    log.unlink(missing_ok=True)
    marks.touch()
    disk = Disk(root)
    subprocess.run(
        [sys.executable, "-m", "tests.campaigns.power.recorder", function, str(folder)],
        check=True,
        env=os.environ
        | environment
        | {"LD_PRELOAD": str(compiled(beside)), "POWER_ROOT": str(root), "POWER_LOG": str(log), MARKS: str(marks)},
    )
    return Recording(disk, [*read_log(log)])


def mark(text: str) -> None:
    """This far we have come. Without a recorder nobody hears it."""
    if MARKS in os.environ:
        file = os.open(os.environ[MARKS], os.O_WRONLY)
        os.write(file, text.encode())
        os.close(file)


if __name__ == "__main__":
    module, _, name = sys.argv[1].partition(":")
    getattr(importlib.import_module(module), name)(Path(sys.argv[2]))
