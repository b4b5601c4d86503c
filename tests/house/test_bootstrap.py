"""The two commands make their environment by themselves: once, one at a time, and whole or not at all.

Played with a miniature project that holds the real bootstrap and lists without a package, so that nothing is fetched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.house.source import CHECKOUT, PACKAGE

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="environments are entered by exec, which is another thing on Windows"
)

BASE_PYTHON = str(getattr(sys, "_base_executable", sys.executable))
PROGRAM = "import sys\n\ndef main():\n    print('inside', sys.prefix)\n    return 0\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A checkout with a program that says where it runs."""
    package = tmp_path / PACKAGE
    shutil.copytree(
        CHECKOUT / PACKAGE / "bootstrap", package / "bootstrap", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(CHECKOUT / PACKAGE / "__main__.py", package)
    (package / "__init__.py").touch()
    (package / "app").mkdir()
    (package / "app" / "__init__.py").touch()
    (package / "app" / "main.py").write_text(PROGRAM)
    (package / "bootstrap" / "requirements.txt").write_text("# nothing\n")
    (tmp_path / "pyproject.toml").touch()
    return tmp_path


def test_one_set_up_serves_all_later_starts(project: Path) -> None:
    """Made once, entered silently, kept from a second start at the same time, and remade for another list."""
    together = [_start(project) for _ in range(2)]
    told = [process.communicate(timeout=120) for process in together]
    assert [output for output, _ in told] == [f"inside {project}/.venv\n"] * 2
    assert sorted("waiting for it" in said for _, said in told) == [False, True]
    assert sorted("Ready after" in said for _, said in told) == [False, True]

    assert _start(project).communicate(timeout=60) == (f"inside {project}/.venv\n", "")

    leftover = project / ".venv" / "leftover"
    leftover.touch()
    (project / PACKAGE / "bootstrap" / "requirements.txt").write_text("# another list\n")
    inside_itself = _start(project, python=f"{project}/.venv/bin/python").communicate(timeout=120)
    assert inside_itself[0] == f"inside {project}/.venv\n"
    assert "Ready after" in inside_itself[1]
    assert not leftover.exists()


def test_a_set_up_that_was_killed_is_begun_anew(project: Path) -> None:
    """And not before its last child has stopped writing."""
    first = _start(project)
    deadline = time.monotonic() + 60
    while not list((project / ".venv").glob("lib/*/site-packages/*")):
        assert time.monotonic() < deadline
    first.kill()
    second = _start(project)
    first.communicate()
    output, said = second.communicate(timeout=120)
    assert output == f"inside {project}/.venv\n"
    assert "waiting for it" in said
    assert "Ready after" in said


@pytest.mark.parametrize("promise", [" --hash=sha256:" + "0" * 64, ""], ids=["another hash", "no hash"])
def test_only_what_was_promised_by_hash_is_installed(project: Path, promise: str) -> None:
    wheel = project / "peewee-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("peewee-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: peewee\nVersion: 1\n")
        archive.writestr("peewee-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("peewee-1.dist-info/RECORD", "")
    wanted = f"peewee @ {wheel.as_uri()}{promise}\n"
    (project / PACKAGE / "bootstrap" / "requirements.txt").write_text(wanted)
    process = _start(project)
    output, said = process.communicate(timeout=120)
    assert process.returncode == 3
    assert output == ""
    assert "could not install" in said
    assert "hash" in (project / ".venv" / "set-up.log").read_text()
    assert not list((project / ".venv").glob("installed-*"))


def test_somebodys_own_environment_is_left_alone(project: Path) -> None:
    """These tests run in an environment that holds everything: started by its Python, nothing is made."""
    output, said = _start(project, python=sys.executable).communicate(timeout=60)
    assert (output, said) == (f"inside {sys.prefix}\n", "")
    assert not (project / ".venv").exists()


def test_a_folder_one_may_not_write_is_named(project: Path) -> None:
    (project / ".venv").write_text("a file where the folder should be")
    process = _start(project)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 3
    assert f"cannot set itself up in {project}/.venv" in said


def _start(project: Path, python: str = BASE_PYTHON) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [python, "-m", PACKAGE], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
