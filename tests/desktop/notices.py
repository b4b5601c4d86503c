"""Pressing notifications with a real mouse."""

from __future__ import annotations

from tests.desktop.rig.notes import Note
from tests.desktop.rig.processes import wait_for
from tests.desktop.rig.session import Desktop

DUNST_PLACE = (1110, 40)
"""Inside the first notice that dunst draws on a screen of the usual size."""


def asked(note: Note) -> bool:
    """Whether a program asked for a notification."""
    return note.event == "asked"


def press_dunst(desk: Desktop) -> None:
    """Click where dunst draws its first notice, as soon as it is drawn."""

    def pressed() -> bool:
        desk.click(*DUNST_PLACE)
        return any(note.event == "pressed" and note.action == "default" for note in desk.notes())

    wait_for("the press", pressed, 10)
