"""Several people on one line each, from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import Affiliation
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.capture_form import CaptureForm
from otnet_desktop.ui.people.captured_row import CapturedRow
from tests.factories import add_person, profile


def rows(form: CaptureForm) -> list[str]:
    return [f"{row.name.text()} | {row.details.text()}".strip(" |") for row in form.findChildren(CapturedRow)]


def opened(workspace: Workspace, intents: Intents, qtbot: QtBot) -> CaptureForm:
    form = CaptureForm(workspace, intents)
    qtbot.addWidget(form)
    form.open()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def test_lines_become_people_in_one_step(workspace: Workspace, intents: Intents, qtbot: QtBot) -> None:
    form = opened(workspace, intents, qtbot)
    assert form.lines.hasFocus()
    assert not form.accept_button.isEnabled()
    QTest.keyClicks(form.lines, "Ada Lin, Harbor Kids Clinic, swings")
    QTest.keyClick(form.lines, Qt.Key.Key_Return)
    QTest.keyClicks(form.lines, "Bo Ek")
    qtbot.waitUntil(lambda: rows(form) == ["Ada Lin · Harbor Kids Clinic | Remember: swings", "Bo Ek"])
    assert form.summary.text() == "2 new people"
    assert form.isActiveWindow(), "no row was a window of its own for a moment"
    with qtbot.waitSignal(intents.person_wanted) as wanted:
        QTest.keyClick(form.lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.people.get(wanted.args[0]).profile.full_name == "Ada Lin"
    assert workspace.history.undo_title() == "Quick capture"
    workspace.history.undo()
    assert not workspace.people.is_anybody_here()


def test_an_event_offers_to_write_afterwards(workspace: Workspace, intents: Intents, qtbot: QtBot) -> None:
    form = opened(workspace, intents, qtbot)
    assert not form.met.isEnabled()
    QTest.keyClicks(form.lines, "Ada Lin")
    form.occasion.setFocus()
    QTest.keyClicks(form.occasion, "AOTA 2026")
    assert (form.met.isEnabled(), form.met.isChecked()) == (True, True)
    form.accept()
    (ada,) = workspace.store.people.everyone()
    assert workspace.people.get(ada).profile.event == "AOTA 2026"
    assert [meeting.plan.event for meeting in workspace.meetings.of(ada)] == ["AOTA 2026"]


def test_somebody_of_that_name_is_asked_about(workspace: Workspace, intents: Intents, qtbot: QtBot) -> None:
    known = profile("Ada Lin", affiliations=(Affiliation("Elm"),))
    ada = add_person(workspace.store, known, "ada", "name:ada lin")
    form = opened(workspace, intents, qtbot)
    QTest.keyClicks(form.lines, "Ada Lin")
    qtbot.waitUntil(lambda: rows(form) == ["Ada Lin"])
    (row,) = form.findChildren(CapturedRow)
    assert row.about.text() == "Here already, at Elm."
    assert row.which is not None
    QTest.keyClick(row.which, Qt.Key.Key_Down)
    assert form.summary.text() == "1 new person"
    QTest.keyClicks(form.lines, ", Oak, swings")
    qtbot.waitUntil(lambda: rows(form) == ["Ada Lin · Oak | Remember: swings"])
    form.accept()
    assert len(workspace.store.people.everyone()) == 2
    assert workspace.research.of(ada).key_points == ()
