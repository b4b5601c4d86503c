"""How the program starts beside another copy, how it ends, and where there is no display to open a window on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.conftest import StartDesktop
from tests.desktop.real import DUE_AT, THANKS_DUE, TITLE, Real, ask, fill
from tests.desktop.rig.processes import wait_for
from tests.desktop.rig.session import ROOT

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Bo Berg\nN:Berg;Bo;;;\nORG:Bayridge\nEND:VCARD\n"


def test_a_second_start_raises_the_first_and_hands_over_its_file(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop()
    folder = fill(tmp_path / "data", THANKS_DUE)
    first = Real(desk, folder, "--hidden").ready()
    file = tmp_path / "card.vcf"
    file.write_text(CARD, "utf-8")
    second = Real(desk, folder, file)
    assert second.program.wait() == 0
    wait_for("the first window in front", first.is_in_front, 10)
    first.wait_for_focus("'Bo Berg'")
    assert [person["name"] for person in ask(folder, "people")] == ["Renata Núñez", "Dana Ruiz"]  # a preview
    first.end()


def test_what_is_being_typed_is_saved_at_the_end(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="none", notify="none")
    app = typing(Real(desk, fill(tmp_path / "data", THANKS_DUE)), "Likes coffee walks")
    wait_for("the words in the file", lambda: notes(app) == "Likes coffee walks", 2)
    desk.write("!")
    app.end()  # long before the pause after which it is saved anyway
    assert notes(app) == "Likes coffee walks!"
    again = Real(desk, app.folder).shown()
    again.wait_to_see("Likes coffee walks!")
    again.end()


def test_when_the_display_dies_nothing_is_lost(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="none", notify="none")
    app = typing(Real(desk, fill(tmp_path / "data", THANKS_DUE)), "Likes coffee walks")
    wait_for("the words in the file", lambda: notes(app) == "Likes coffee walks", 2)
    desk.kill("display")
    assert app.program.wait() == 1  # Qt's own exit(); a negative number would be a signal, and a core file
    assert notes(app) == "Likes coffee walks"
    assert ask(app.folder, "check")["ok"]
    again = Real(desktop(tray="none", notify="none"), app.folder).shown()
    again.wait_to_see("Likes coffee walks")
    again.end()


def test_without_a_display_it_says_what_is_due(tmp_path: Path) -> None:
    done = without_display(fill(tmp_path / "data", THANKS_DUE))
    assert done.returncode == 0
    assert "Thank Renata" in done.stdout
    (line,) = done.stderr.splitlines()
    assert "no display" in line
    assert "tour" in line


@pytest.mark.parametrize("display", [{"DISPLAY": ":4711"}, {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"}])
def test_a_display_that_does_not_answer_is_one_line(tmp_path: Path, display: dict[str, str]) -> None:
    done = without_display(tmp_path / "data", **display)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.splitlines() == ["The display :4711 does not answer."]


def without_display(folder: Path, **display: str) -> subprocess.CompletedProcess[str]:
    taken = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in taken} | display
    argv = [sys.executable, "-m", "otnet_desktop", "--data-dir", str(folder), "--now", DUE_AT]
    return subprocess.run(argv, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


def typing(app: Real, text: str) -> Real:
    """The program with ``text`` being typed into the notes."""
    app.shown().wait_for_focus("Renata Núñez")
    app.write_notes(text)
    return app


def notes(app: Real) -> str:
    told: dict[str, Any] = ask(app.folder, "show", "renata")
    return str(told["research"]["notes"])


def test_its_windows_are_known_by_the_name_of_its_desktop_entry(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="none", notify="none")
    app = Real(desk, fill(tmp_path / "data", THANKS_DUE)).shown()
    (window, *_) = desk.visible_windows(TITLE)
    told = desk.ask("xprop", "-id", window, "WM_CLASS")
    assert told == 'WM_CLASS(STRING) = "org.otnet.OTnetDesktop", "org.otnet.OTnetDesktop"\n'
    app.end()
