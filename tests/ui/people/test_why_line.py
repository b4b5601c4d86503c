"""Why one writes to somebody is seen wherever one acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import MeetingFormat, OutKind
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.followups.due_card import DueCard
from otnet_desktop.ui.followups.follow_up_tray import FollowUpTray
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.meeting_form import MeetingForm
from otnet_desktop.ui.meetings.meeting_sheet import MeetingSheet
from otnet_desktop.ui.outreach.log_form import LogForm
from otnet_desktop.ui.people.why_line import WhyLine
from otnet_desktop.ui.scheduling.offer_card import OfferCard
from tests.factories import profile
from tests.services.clocks import SettableClock

WHY = "Why: Ongoing mentorship: How to grow a caseload"


@pytest.fixture
def ada(workspace: Workspace) -> PersonId:
    person = workspace.people.add(profile("Ada Lin")).id
    workspace.research.say_why(person, "mentorship")
    workspace.research.say_what(person, "How to grow\na caseload")
    return person


@pytest.mark.parametrize(
    "made",
    [
        LogForm,
        lambda workspace, intents, person: MeetingForm(workspace, intents, (person,)),
        OfferCard,
    ],
    ids=["log", "meeting", "times"],
)
def test_a_form_says_why(
    qtbot: QtBot,
    workspace: Workspace,
    intents: Intents,
    ada: PersonId,
    made: Callable[[Workspace, Intents, PersonId], QWidget],
) -> None:
    form = made(workspace, intents, ada)
    qtbot.addWidget(form)
    form.show()
    (line,) = form.findChildren(WhyLine)
    assert (line.isVisible(), line.text()) == (True, WHY)


def test_where_nothing_was_said_there_is_no_line(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = LogForm(workspace, intents, workspace.people.add(profile("Bo Ek")).id)
    qtbot.addWidget(form)
    form.show()
    assert not form.why.isVisible()


def test_of_several_people_each_is_named(qtbot: QtBot, workspace: Workspace, ada: PersonId) -> None:
    bo, cy = (workspace.people.add(profile(name)).id for name in ("Bo Ek", "Cy Cole"))
    workspace.research.say_why(bo, "setting_info")
    line = WhyLine(workspace)
    qtbot.addWidget(line)
    line.show_people((ada, bo, cy))
    assert line.text().split("\n") == [WHY.replace("Why", "Why Ada"), "Why Bo: Learn about a setting"]


def test_the_card_of_the_tray_tells_it_to_the_pointer(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, ada: PersonId, clock: SettableClock
) -> None:
    workspace.outreach.log_sent(Draft(ada, OutKind.INTRO), needs_reply=True)
    clock.advance(days=9)
    workspace.reminders.look_at_everyone()
    tray = FollowUpTray(workspace, bridge, intents)
    qtbot.addWidget(tray)
    tray.resize(1000, 80)
    tray.show()
    card = tray.findChildren(DueCard)[0]
    qtbot.waitUntil(lambda: "How to grow a caseload" in card.toolTip())


def length(form: MeetingForm) -> timedelta:
    start, end = form.times.times()
    return end - start


def test_a_meeting_is_as_long_as_its_purpose_asks_for(
    qtbot: QtBot, workspace: Workspace, intents: Intents, ada: PersonId
) -> None:
    form = MeetingForm(workspace, intents)
    qtbot.addWidget(form)
    assert length(form) == timedelta(minutes=20)
    form.people.choose(ada)
    assert length(form) == timedelta(minutes=30)

    workspace.research.say_why(ada, "shadowing")
    form.format.choose(MeetingFormat.IN_PERSON.value)
    assert length(form) == timedelta(hours=2)
    form.times.length.choose("45")
    form.format.choose(MeetingFormat.PHONE.value)
    assert length(form) == timedelta(minutes=45)  # chosen by hand


def test_times_to_offer_are_as_long_as_the_purpose_asks_for(
    qtbot: QtBot, workspace: Workspace, intents: Intents, ada: PersonId
) -> None:
    card = OfferCard(workspace, intents, ada)
    qtbot.addWidget(card)
    assert card.length.chosen_key() == "30"


def test_the_sheet_of_a_meeting_says_why(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, ada: PersonId, clock: SettableClock
) -> None:
    start = clock.now() + timedelta(days=2)
    meeting = workspace.meetings.book(MeetingPlan((ada,), start, start + timedelta(minutes=30)))
    sheet = MeetingSheet(workspace, bridge, intents, meeting)
    qtbot.addWidget(sheet)
    sheet.show()
    (line,) = sheet.findChildren(WhyLine)
    assert (line.isVisible(), line.text()) == (True, WHY)
    workspace.research.say_what(ada, "How to rest")
    assert line.text() == "Why: Ongoing mentorship: How to rest"
