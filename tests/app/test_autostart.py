"""The autostart entry, read back as a desktop reads it."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from otnet_desktop.app import autostart
from otnet_desktop.domain.errors import NotSaved


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


def values() -> dict[str, str]:
    """As the specification says: one layer of escapes for every value."""
    lines = autostart.entry_path().read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    pairs = (line.partition("=") for line in lines[1:])
    return {key: re.sub(r"\\(.)", r"\1", value) for key, _, value in pairs}


def command_line() -> list[str]:
    """A second layer for the arguments of Exec, which are all quoted; then the field codes."""
    quoted = re.findall(r'"((?:\\.|[^"\\])*)"', values()["Exec"])
    return [re.sub(r"\\(.)", r"\1", argument).replace("%%", "%") for argument in quoted]


def test_nothing_starts_unless_asked_for() -> None:
    assert not autostart.is_on()


def test_nobody_else_can_write_into_what_starts_with_the_session(config: Path) -> None:
    before = os.umask(0)
    try:
        autostart.turn_on(["/opt/otnet/otnet-desktop"])
    finally:
        os.umask(before)
    path = autostart.entry_path()
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_an_entry_that_is_kept_elsewhere_stays_there(config: Path) -> None:
    elsewhere = config / "dotfiles.desktop"
    elsewhere.write_text("")
    autostart.entry_path().parent.mkdir()
    autostart.entry_path().symlink_to(elsewhere)
    autostart.turn_on(["/opt/otnet/otnet-desktop"])
    assert autostart.entry_path().is_symlink()
    assert "Exec" in elsewhere.read_text()


def test_on_and_off() -> None:
    autostart.turn_on(["/opt/otnet/otnet-desktop"])
    autostart.turn_on(["/opt/otnet/otnet-desktop"])
    assert autostart.is_on()
    autostart.turn_off()
    autostart.turn_off()
    assert not autostart.is_on()


@pytest.mark.parametrize(
    "program", ["/opt/otnet", "/opt/with space/otnet", "/opt/50%/o'tnet", '/opt/"q"/$HOME/`x`/o', "/opt/back\\slash/ü"]
)
def test_the_command_survives_both_layers_of_quoting(program: str) -> None:
    autostart.turn_on([program, "--data-dir", "/home/a b/c"])
    assert command_line() == [program, "--data-dir", "/home/a b/c", "--hidden"]
    assert values()["TryExec"] == program


def test_the_own_command_starts_this_program(tmp_path: Path) -> None:
    autostart.turn_on()
    program, *arguments = command_line()
    assert Path(program).is_absolute()
    assert arguments.pop() == "--hidden"
    told = subprocess.run([program, *arguments, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.startswith("OTnet Desktop ")


def test_where_it_cannot_be_written_it_says_so(config: Path) -> None:
    (config / "autostart").write_text("a file where the folder should be")
    with pytest.raises(NotSaved, match="could not be turned on"):
        autostart.turn_on(["/opt/otnet"])


@pytest.mark.parametrize(("platform", "offered"), [("linux", True), ("freebsd14", True), ("win32", False)])
def test_only_freedesktop_systems_offer_it(monkeypatch: pytest.MonkeyPatch, platform: str, *, offered: bool) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert autostart.is_offered() == offered


def test_the_entry_is_no_program() -> None:
    autostart.turn_on(["/opt/otnet"])
    assert not autostart.entry_path().stat().st_mode & stat.S_IXUSR
