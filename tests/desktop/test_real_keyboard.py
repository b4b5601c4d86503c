"""Everything by keyboard alone, with real key presses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.desktop.conftest import StartDesktop
from tests.desktop.other_program import TITLE
from tests.desktop.real import THANKS_DUE, Real, ask, fill
from tests.desktop.rig.processes import wait_for

PANES = [
    "Renata Núñez",
    "push button 'Edit person'",
    "radio button 'Renata'",
    "Thank Renata'",
    "'Add a person'",
    "'People'",
]
"""What has the keyboard first in the list, the person, the timeline, the follow-ups, the bar and the rail."""

STOPS = [
    "'Edit person'", "'More for this person'", "'renata@larchmont.example'", "'Write thank-you'", "'Later'",
    "'Kind of purpose'", "'What I hope to learn'", "'Find on LinkedIn'", "'Search the web'", "'Add a key point'",
    "'Lift points out of a text'", "'Checklist: 0 of 10'", "'Preview'", "'Notes'", "radio button 'Renata'",
]  # fmt: skip
"""Tab in a person's pane, from top to bottom and out of it."""


def test_panes_and_what_is_in_them(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="none", notify="none")
    app = Real(desk, fill(tmp_path / "data", THANKS_DUE)).shown()
    app.wait_for_focus(PANES[0])
    for pane in [*PANES[1:], PANES[0]]:
        desk.press("F6")
        app.wait_for_focus(pane)
    for pane in [*reversed(PANES[1:]), PANES[0]]:
        desk.press("shift+F6")
        app.wait_for_focus(pane)
    for stop in STOPS:
        desk.press("Tab")
        app.wait_for_focus(stop)
    desk.press("ctrl+f")
    app.wait_for_focus("text 'Search")
    desk.write("bayridge")
    desk.press("Down")
    app.wait_for_focus("Dana Ruiz")
    desk.press("Escape", "Home")
    app.wait_for_focus("Renata Núñez")
    desk.press("End")
    app.wait_for_focus("Dana Ruiz")
    desk.press("ctrl+k")
    app.wait_for_focus("'Name, place or role'")
    desk.write("renata")
    app.wait_to_see("Renata Núñez")
    desk.press("Return")
    app.wait_for_focus("Renata Núñez")
    app.end()


def test_a_small_job_from_an_empty_house(desktop: StartDesktop, tmp_path: Path) -> None:
    """Add somebody, say why, note a point, write, copy, paste elsewhere, come back, say that it was sent."""
    desk = desktop(tray="none", notify="none")
    app = Real(desk, tmp_path / "data").shown()
    app.wait_for_focus("'Import contacts from a file'")
    desk.press("ctrl+n")
    app.wait_for_focus("text 'Name")
    desk.write("Ada Lin, OTR/L")
    app.tab_to("text 'E-mail'")
    desk.write("ada@example.org")
    desk.press("Return")
    app.wait_for_focus("Ada Lin")
    desk.press("Return")
    app.wait_for_focus("'Edit person'")
    app.tab_to("'Kind of purpose'")
    desk.press("Down")
    app.tab_to("'What I hope to learn'")
    desk.write("How a week looks")
    app.tab_to("'Add a key point'")
    desk.write("Wrote the sensory path guide")
    desk.press("Return")
    wait_for("the key point", lambda: known(app)["research"]["key_points"], 10)
    desk.press("ctrl+shift+m")
    app.wait_for_focus("text 'Text'")
    desk.press("ctrl+a")
    desk.write("Dear Ada, may I ask how a week looks?")
    app.tab_to("'Copy'")
    desk.press("space")
    wait_for("the letter on its way", lambda: state_of_letter(app) == "handed_over", 10)
    other = desk.python("tests.desktop.other_program")
    wait_for("the other program", lambda: desk.active_window() == TITLE, 10)
    desk.press("ctrl+v")
    other.wait_for_line("pasted: Dear Ada, may I ask how a week looks?")
    desk.press("alt+F4")
    wait_for("the way back", app.is_in_front, 10)
    app.wait_to_see("Sent")
    app.tab_to("'Sent'")
    desk.press("space")
    wait_for("the word that it was sent", lambda: state_of_letter(app) == "sent", 10)
    (purpose,) = known(app)["research"]["purposes"]
    assert purpose["statement"] == "How a week looks"
    assert known(app)["stage"] == "awaiting_reply"
    app.end()


def test_enter_accepts_a_form_also_where_the_desktop_lets_it_open_lists(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="none", notify="none", desktop_name="GNOME")
    app = Real(desk, fill(tmp_path / "data", THANKS_DUE)).shown()
    app.wait_for_focus("Renata Núñez")
    desk.press("ctrl+l")
    app.wait_for_focus("combo box 'I wrote'")
    desk.press("Return")
    wait_for("the message", lambda: len(known(app)["messages"]) == 1, 10)
    app.end()


def known(app: Real) -> dict[str, Any]:
    """All that the program knows about the one person."""
    told: dict[str, Any] = ask(app.folder, "show", "1")
    return told


def state_of_letter(app: Real) -> str:
    """What became of the one letter; empty when there is none."""
    return next((letter["state"] for letter in known(app)["messages"]), "")
