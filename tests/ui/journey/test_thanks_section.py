"""The ledger of thanks: what is owed first, settled where it stands; what was given as lines to read."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import ThanksHow
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.journey_page import JourneyPage
from otnet_desktop.ui.journey.thanks_section import ThanksSection
from tests.ui.journey.test_journey_page import page, press, renata, texts
from tests.ui.network import add, met

__all__ = ["page", "renata"]


def section_of(page: JourneyPage) -> ThanksSection:
    page.show_part("thanks")
    section = page.parts["thanks"]
    assert isinstance(section, ThanksSection)
    return section


def cells(section: ThanksSection) -> list[list[str]]:
    table = section.table
    assert table is not None
    items = [[table.item(row, column) for column in range(4)] for row in range(table.rowCount())]
    return [[item.text() if item is not None else "" for item in row] for row in items]


def way(section: ThanksSection, how: ThanksHow) -> QAction:
    actions = [action for menu in section.findChildren(QMenu) for action in menu.actions()]
    (found,) = [action for action in actions if action.data()[1] == how.value]
    return found


def test_what_is_owed_is_settled_and_becomes_a_line(page: JourneyPage, workspace: Workspace, renata: PersonId) -> None:
    met(workspace, renata, start="2026-03-17T10:00", title="A look at <b>Larch</b>")
    section = section_of(page)
    assert "Thank Renata" in texts(section)
    assert section.table is None, "nothing was said yet"
    way(section, ThanksHow.CARD).trigger()
    assert "Nothing waits" in texts(section)
    assert cells(section) == [["Wed 18 Mar 2026", "Renata Okafor", "A look at <b>Larch</b>", "With a card"]]
    workspace.history.undo()
    assert "Thank Renata" in texts(section)


def test_it_is_written_from_here_or_left_be(
    page: JourneyPage, workspace: Workspace, intents: Intents, qtbot: QtBot, renata: PersonId
) -> None:
    meeting = met(workspace, renata, start="2026-03-17T10:00")
    section = section_of(page)
    (owed,) = workspace.reminders.thanks_owed()
    with qtbot.waitSignal(intents.follow_up_wanted) as wanted:
        press(section, "Write…: Thank Renata")
    assert wanted.args == [owed.key]
    press(section, "Leave it be: Thank Renata")
    assert workspace.reminders.thanks_owed() == []
    assert workspace.thanks.given(renata, meeting.ref) is None, "left be is not thanked"


def test_who_gave_a_name_is_owed_word_of_it(page: JourneyPage, workspace: Workspace, renata: PersonId) -> None:
    noor = add(workspace, "Noor Haddad")
    workspace.people.referred(renata, noor)
    meeting = met(workspace, noor, start="2026-03-10T10:00")
    workspace.thanks.thank([noor], meeting.ref, ThanksHow.IN_PERSON, at=meeting.plan.end)
    section = section_of(page)
    assert [reminder.kind.value for reminder in workspace.reminders.thanks_owed()] == ["CLOSE_LOOP"]
    (title,) = [line for line in texts(section).splitlines() if line.startswith("Tell Renata")]
    press(section, f"Done already: {title}")
    assert workspace.reminders.thanks_owed() == []


def test_a_line_leads_to_the_meeting(
    page: JourneyPage, workspace: Workspace, bridge: Bridge, intents: Intents, qtbot: QtBot, renata: PersonId
) -> None:
    meeting = met(workspace, renata, start="2026-03-10T10:00")
    workspace.thanks.thank([renata], "", ThanksHow.EMAIL, at=meeting.plan.start - timedelta(days=3))
    workspace.thanks.thank([renata], meeting.ref, ThanksHow.EMAIL, at=meeting.plan.end)
    section = section_of(page)
    assert [line[2] for line in cells(section)] == ["Video call", "An answer"], "the latest first"
    assert section.table is not None
    section.table.setCurrentCell(0, 0)
    with qtbot.waitSignal(intents.open_meeting_wanted) as wanted:
        section._open()
    assert wanted.args == [int(meeting.id)]
