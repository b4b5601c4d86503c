"""What is built holds all that the program reads."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from otnet_desktop import __version__
from tests.house.source import CHECKOUT, PACKAGE, files


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, the wheel, and in ``again`` the wheel made from the sdist."""
    folder = tmp_path_factory.mktemp("built")
    _build(CHECKOUT, folder, "sdist", "wheel")
    with tarfile.open(_only(folder, "*.tar.gz")) as archive:
        # Not as an argument: Debian 12's Python 3.11.2 does not know it yet.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(folder / "unpacked")
    _build(_only(folder / "unpacked", "*"), folder / "again", "wheel")
    return folder


def test_the_wheel_holds_every_module_resource_and_list(built: Path) -> None:
    wanted = _below(PACKAGE) | {f"resources/{path}" for path in _below("resources")}
    assert _content(_only(built, "*.whl")) == {f"{PACKAGE}/{path}" for path in wanted}


def test_a_wheel_from_the_sdist_is_the_same(built: Path) -> None:
    assert _content(_only(built / "again", "*.whl")) == _content(_only(built, "*.whl"))


def test_the_installed_program_starts_without_a_set_up(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(_only(built, "*.whl")) as wheel:
        wheel.extractall(tmp_path)
        entry_points = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
        assert b"otnet-desktop = otnet_desktop.app.main:main" in wheel.read(entry_points)
    told = subprocess.run(
        [sys.executable, "-m", PACKAGE, "--version"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert __version__ in told.stdout
    assert told.stderr == ""


def _build(source: Path, target: Path, *kinds: str) -> None:
    wanted = [argument for kind in kinds for argument in ("-t", kind)]
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(target), *wanted]
    subprocess.run(command, cwd=source, check=True, capture_output=True)


def _only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def _below(folder: str) -> set[str]:
    """The files of a folder of the checkout, relative to it."""
    return {path.relative_to(folder).as_posix() for path in files() if path.parts[0] == folder}


def _content(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}
