from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

WRITE = """
import sys
from contextlib import suppress
from otnet_desktop.app.unwritable import drop_unwritable
{before}
with suppress(OSError, ValueError):
    print("told", file=sys.{stream})
drop_unwritable()
"""


def program(stream: str, before: str = "") -> list[str]:
    """One that writes a word, come what may."""
    return ["/usr/bin/env", "-u", "PYTHONUNBUFFERED", sys.executable, "-c", WRITE.format(stream=stream, before=before)]


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_what_there_is_no_room_for_does_not_change_the_status(stream: str) -> None:
    with Path("/dev/full").open("wb") as full:
        assert subprocess.run(program(stream), check=False, stdout=full, stderr=full).returncode == 0


def test_what_there_is_room_for_is_written() -> None:
    assert subprocess.run(program("stdout"), check=True, capture_output=True).stdout.split() == [b"told"]


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_streams_somebody_closed_are_left_alone(stream: str) -> None:
    for closed in (f"sys.{stream}.close()", f"sys.{stream} = None"):
        assert subprocess.run(program("__stdin__", closed), check=False, capture_output=True).returncode == 0
