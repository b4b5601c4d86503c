"""A screen reader can name everything: the window and all that opens in it."""

from __future__ import annotations

from pathlib import Path

from tests.desktop.conftest import StartDesktop
from tests.desktop.real import THANKS_DUE, Real, fill

CARDS = """\
BEGIN:VCARD
VERSION:3.0
FN:Bo Berg
N:Berg;Bo;;;
ORG:Bayridge
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Cy Cole
N:Cole;Cy;;;
END:VCARD
"""

OPENED = {
    "ctrl+shift+m": "text 'Text'",  # the letter
    "ctrl+n": "text 'Name",
    "ctrl+e": "text",
    "ctrl+m": "spin button 'Day'",
    "ctrl+shift+t": "'Monday 08:00, not free'",  # the week to be painted
    "ctrl+l": "combo box",
    "ctrl+k": "text 'Name, place or role'",
    "ctrl+shift+s": "combo box 'vCard 4.0'",  # the kind of file
    "ctrl+comma": "text 'Your name'",
    "F1": "'Getting started'",
    "ctrl+2": "list item",  # everyone's timeline
    "ctrl+3": "table cell",
    "ctrl+4": "'Advice'",
}
"""Keys, and what has the keyboard when they have done their work. Esc comes back from each."""


def test_everything_that_opens_has_names_and_esc_leaves_it(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="none", notify="none")
    app = Real(desk, fill(tmp_path / "data", THANKS_DUE)).shown()
    at_home = app.wait_for_focus("Renata Núñez")
    assert app.faults() == []
    for keys, wanted in OPENED.items():
        desk.press(keys)
        app.wait_for_focus(wanted)
        assert app.faults() == [], keys
        desk.press("Escape")
        assert app.wait_for_focus("Renata Núñez") == at_home, keys
    app.end()


def test_an_import_has_names(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="none", notify="none")
    file = tmp_path / "cards.vcf"
    file.write_text(CARDS, "utf-8")
    app = Real(desk, fill(tmp_path / "data", THANKS_DUE), file).shown()
    app.wait_for_focus("'Bo Berg'")
    assert app.faults() == []
    app.end()


def test_an_empty_house_has_names(desktop: StartDesktop, tmp_path: Path) -> None:
    app = Real(desktop(tray="none", notify="none"), tmp_path / "data").shown()
    app.wait_for_focus("push button")
    assert app.faults() == []
    app.end()
