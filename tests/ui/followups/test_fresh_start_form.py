"""A pile in the list of what is due offers a fresh start, and the form deals it out."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.messages import Draft
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.followups.follow_up_tray import FollowUpTray
from otnet_desktop.ui.followups.fresh_start_form import FreshStartForm
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from tests.factories import add_person
from tests.services.clocks import SettableClock


@pytest.fixture
def pile(workspace: Workspace, clock: SettableClock) -> list[str]:
    """Nine follow-ups left lying; two of them long ago."""
    names = [f"Person{number}" for number in range(9)]
    for number, name in enumerate(names):
        person = add_person(workspace.store, name, f"p{number}")
        workspace.people.keep_in_touch(person, 60)
        workspace.outreach.log_sent(Draft(person, OutKind.INTRO))
    clock.set("2026-03-31T10:00")
    return names


def texts(form: FreshStartForm) -> str:
    return "\n".join(label.text() for label in form.findChildren(PlainLabel) if label.isVisibleTo(form))


def test_a_pile_is_dealt_out(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, pile: list[str]
) -> None:
    tray = FollowUpTray(workspace, bridge, intents)
    qtbot.addWidget(tray)
    tray.resize(900, 90)
    tray.show()
    tray.open_list()
    due = tray.window().findChildren(FreshStartForm)
    assert due == []
    listed = tray._list
    assert listed is not None
    assert listed.afresh.isVisibleTo(listed)
    listed.afresh.click()
    (form,) = tray.findChildren(FreshStartForm)
    told = texts(form)
    assert "9 things have gathered" in told
    assert all(name in told for name in pile)
    assert "Today" in told
    assert "Tomorrow" in told
    with qtbot.waitSignal(intents.undoable):
        form.accept()
    qtbot.waitUntil(lambda: tray.count == 3)
    tray.open_list()
    assert not listed.afresh.isVisibleTo(listed)


def test_what_faded_is_kept_when_ticked(
    qtbot: QtBot, workspace: Workspace, clock: SettableClock, intents: Intents
) -> None:
    person = add_person(workspace.store, "Ann", "ann")
    workspace.outreach.log_sent(Draft(person, OutKind.INTRO))
    workspace.outreach.save_draft(Draft(person, OutKind.OTHER, "Hello", "Dear Ann"))
    clock.set("2026-04-20T10:00")
    keys = [reminder.key for reminder in workspace.reminders.due()]
    form = FreshStartForm(workspace, intents)
    assert [box.property("key") for box in form.kept] == keys
    form.kept[0].click()
    form.accept()
    assert [reminder.key for reminder in workspace.reminders.due()] == keys[:1]
