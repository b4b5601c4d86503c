"""A fresh clone becomes a running program and a running test suite by its two commands. Needs the network."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from otnet_desktop import __version__
from tests.house.source import CHECKOUT, PACKAGE

PYTHONS = [str(getattr(sys, "_base_executable", sys.executable)), "python3.12", "python3.13", "python3.14"]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    subprocess.run(["git", "clone", "--quiet", str(CHECKOUT), str(tmp_path / "clone")], check=True)
    return tmp_path / "clone"


@pytest.mark.parametrize("python", PYTHONS, ids=["this Python", *PYTHONS[1:]])
def test_two_commands_are_all_it_takes(clone: Path, python: str) -> None:
    if shutil.which(python) is None or subprocess.run([python, "-c", ""], check=False).returncode:
        pytest.skip(f"no {python} on this machine")
    first = _run(clone, python, PACKAGE, "--version")
    assert (first.returncode, first.stdout.split()[-1]) == (0, __version__), first.stderr
    assert "Ready after" in first.stderr
    again = _run(clone, python, PACKAGE, "--version")
    assert (again.stdout, again.stderr) == (first.stdout, "")
    tests = _run(clone, python, "tests", "tests/house/test_lists.py", "tests/house/test_start.py")
    assert tests.returncode == 0, tests.stdout + tests.stderr
    assert " passed in " in tests.stdout.splitlines()[-1]


def _run(clone: Path, python: str, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([python, "-m", *command], cwd=clone, check=False, capture_output=True, text=True, timeout=900)
