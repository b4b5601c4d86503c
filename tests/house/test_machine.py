"""What the machine must bring is exactly what Qt's wheels ask for and do not carry."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from otnet_desktop.bootstrap import enter, machine
from otnet_desktop.bootstrap.place import LACKING

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheels carry everything")

NEEDED = re.compile(rb"(?<=\0)lib[\w.+-]+\.so\.\d+(?=\0)")
"""In an ELF file's table of strings: the libraries it is linked with (and those of its own name)."""

NO_QUESTION = re.compile(r"lib(c|m|dl|pthread|resolv|rt|gcc_s|stdc\+\+|z|zstd|gthread-2\.0|brotlicommon)\.so")
"""Comes with the C library, Python and apt themselves, or in one package with another that is asked for."""


@pytest.fixture(scope="module")
def qt() -> Path:
    import PySide6

    return Path(PySide6.__file__).parent / "Qt"


def test_what_qt_needs_is_known(qt: Path) -> None:
    used = ("Core", "Gui", "Widgets", "Network", "DBus", "Svg", "PrintSupport")
    files = [qt / "lib" / f"libQt6{name}.so.6" for name in used]
    assert _asked_for([*files, qt / "plugins" / "platforms" / "libqoffscreen.so"], qt) <= machine.QT_LIBRARIES.keys()


def test_what_a_window_needs_is_known(qt: Path) -> None:
    files = [qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("xcb", "wayland")]
    files += [qt / "lib" / f"libQt6{name}.so.6" for name in ("XcbQpa", "WaylandClient")]
    assert _asked_for(files, qt) <= machine.QT_LIBRARIES.keys() | machine.WINDOW_LIBRARIES.keys()


def test_nothing_is_asked_of_the_machine_that_nothing_needs(qt: Path) -> None:
    everything = _asked_for([*(qt / "lib").glob("libQt6*.so.6"), *(qt / "plugins" / "platforms").glob("*.so")], qt)
    assert machine.QT_LIBRARIES.keys() | machine.WINDOW_LIBRARIES.keys() <= everything


def test_a_missing_library_is_found_out() -> None:
    assert machine.missing({"libc.so.6": "libc6", "libnothing.so.9": "libnothing9"}) == {
        "libnothing.so.9": "libnothing9"
    }


@pytest.mark.parametrize(
    ("display", "named"), [("", {"libnothing9"}), (":7", {"libnothing9", "libwindow1"})], ids=["terminal", "display"]
)
def test_without_rights_the_one_line_to_type_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], display: str, named: set[str]
) -> None:
    monkeypatch.setattr(machine, "QT_LIBRARIES", {"libnothing.so.9": "libnothing9"})
    monkeypatch.setattr(machine, "WINDOW_LIBRARIES", {"libwindow.so.1": "libwindow1"})
    monkeypatch.setattr(machine, "install", lambda _packages: False)
    monkeypatch.setenv("DISPLAY", display)
    with pytest.raises(SystemExit) as left:
        machine.prepare()
    assert left.value.code == 3
    *_, line = capsys.readouterr().err.splitlines()
    assert {word.strip("'") for word in line.split() if word.startswith("lib")} == named


def test_with_rights_all_is_installed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(machine, "QT_LIBRARIES", {"libnothing.so.9": "libnothing9"})
    monkeypatch.setattr(machine, "WINDOW_LIBRARIES", {"libwindow.so.1": "libwindow1"})
    monkeypatch.setattr(machine, "install", _into(installed))
    machine.prepare()
    assert installed == ["libnothing9", "libwindow1"]


def _into(installed: list[str]) -> Callable[[list[str]], bool]:
    def install(packages: list[str]) -> bool:
        installed.extend(packages)
        return True

    return install


def _asked_for(files: list[Path], qt: Path) -> set[str]:
    carried = {path.name for path in (qt / "lib").iterdir()} | {"libpyside6.abi3.so.6", "libshiboken6.abi3.so.6"}
    names = {match.decode() for file in files for match in NEEDED.findall(file.read_bytes())}
    return {name for name in names - carried if not NO_QUESTION.match(name) and not name.startswith("libQt6")}


def test_a_python_that_cannot_be_started_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        enter._start_again("/nowhere/python")
    assert left.value.code == LACKING
    assert capsys.readouterr().err == "The Python in /nowhere/python cannot be started (No such file or directory).\n"
