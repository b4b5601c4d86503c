"""What else is at the same time is said where one books, and in the timeline."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.availability import Span
from otnet_desktop.domain.busy_times import BusyTime
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.meeting_form import MeetingForm
from otnet_desktop.ui.scheduling.clash_words import clashes
from otnet_desktop.ui.timeline.timeline_pane import TimelinePane
from tests.ui.network import add, book, boston
from tests.ui.timeline.test_timeline_pane import spoken

AT = Span(boston("2026-03-25T10:00"), boston("2026-03-25T11:00"))


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


def test_the_form_says_what_the_calendar_says(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    workspace.availability.take_busy([BusyTime(AT, "Dentist")])
    form = MeetingForm(workspace, intents, [renata])
    qtbot.addWidget(form)
    form.times.show_times(AT.start, AT.start + timedelta(minutes=20))
    assert form._conflict.text() == "At the same time: Dentist, 25 Mar 10:00 (your calendar)"
    assert form._conflict.isVisibleTo(form)
    form.times.show_times(AT.end, AT.end + timedelta(minutes=20))
    assert not form._conflict.isVisibleTo(form)


def test_the_form_says_when_one_will_be_reminded(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = MeetingForm(workspace, intents, [renata])
    qtbot.addWidget(form)
    form.times.show_times(AT.start, AT.end)
    assert form._reminders.text() == "You will be reminded: Tue 09:00 to prepare; 25 Mar 09:30, shortly before."
    form.format.choose("in_person")
    form.format.chosen.emit("in_person")
    assert "25 Mar 09:00, shortly before" in form._reminders.text(), "one has to get there"
    form.times.show_times(AT.start - timedelta(days=30), AT.end - timedelta(days=30))
    assert not form._reminders.isVisibleTo(form)


def test_times_offered_to_others_clash_and_ones_own_do_not(workspace: Workspace, renata: PersonId) -> None:
    workspace.offers.offer(renata, [AT])
    bo = add(workspace, "Bo Ek")
    assert clashes(workspace, AT.start, AT.end, (bo,)) == ["offered to Renata, 25 Mar 10:00"]
    assert clashes(workspace, AT.start, AT.end, (renata,)) == []
    assert clashes(workspace, AT.end, AT.end + timedelta(hours=1)) == []


def test_the_timeline_marks_a_meeting_that_clashes(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, renata: PersonId
) -> None:
    book(workspace, renata, start="2026-03-25T10:00")
    pane = TimelinePane(workspace, bridge, intents)
    qtbot.addWidget(pane)
    pane.show_person(renata)
    pane.show()
    assert spoken(pane)[0] == "Video call, 25 Mar 10:00 · 30 minutes"
    workspace.availability.take_busy([BusyTime(AT, "Dentist")])
    assert spoken(pane)[0] == "Video call, 25 Mar 10:00 · 30 minutes · at the same time: Dentist"
