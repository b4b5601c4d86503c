"""The scheduler: when one is free, what is offered, what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.availability import WHOLE_DAY, FreeDay, FreeTime
from otnet_desktop.domain.busy_times import BusyTime
from otnet_desktop.domain.facts import InKind
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import Purpose
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.scheduling.days_card import FREE
from otnet_desktop.ui.scheduling.free_card import LIST
from otnet_desktop.ui.scheduling.offer_card import OfferCard
from otnet_desktop.ui.scheduling.offered_card import OfferedCard
from otnet_desktop.ui.scheduling.scheduler_page import SchedulerPage
from tests.ui.network import add

MORNINGS = tuple(FreeTime(day, 600, 720) for day in range(5))
Open = Callable[[PersonId], SchedulerPage]


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor", zone="Europe/London")


@pytest.fixture
def opened(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> Open:
    kept = []

    def make(person: PersonId) -> SchedulerPage:
        page = SchedulerPage(workspace, bridge, intents, person)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1100, 800)
        page.show()
        return page

    return make


def offer_of(page: SchedulerPage) -> OfferCard:
    assert page.offer is not None
    return page.offer


def offered_of(page: SchedulerPage) -> OfferedCard:
    assert page.offered is not None
    return page.offered


def test_with_nothing_painted_it_says_what_to_do_first(opened: Open, renata: PersonId) -> None:
    page = opened(renata)
    assert offer_of(page)._nothing.text().startswith("Paint first")
    assert not offer_of(page).write.isEnabled()
    assert page.first_field() is page.free.grid


def test_three_times_are_ticked_and_said_on_both_clocks(workspace: Workspace, opened: Open, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    offer = offer_of(opened(renata))
    assert offer.sentence.text().splitlines() == [
        "- Fri 20 March, 10:00-10:20 (your time 14:00)",
        "- Mon 23 March, 11:30-11:50 (your time 15:30)",
        "- Tue 24 March, 10:00-10:20 (your time 14:00)",
    ]
    assert offer.times.item(0).text() == "Fri 20 March, 10:00 to 10:20 (14:00 in London)"
    offer.times.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert len(offer.sentence.text().splitlines()) == 2


def test_painting_while_it_is_open_proposes_at_once(workspace: Workspace, opened: Open, renata: PersonId) -> None:
    page = opened(renata)
    workspace.availability.paint(MORNINGS)
    assert len(offer_of(page).times.chosen()) == 3
    times = offer_of(page).times
    first = times.chosen()[0]
    workspace.availability.take_busy([BusyTime(first, "Dentist")])
    assert first not in times.chosen()
    assert len(times.chosen()) == 3, "nothing was ticked by hand: others are proposed"
    workspace.availability.take_busy([])
    times.item(0).setCheckState(Qt.CheckState.Unchecked)
    kept = times.chosen()
    workspace.availability.take_busy([BusyTime(kept[0], "Dentist")])
    assert times.chosen() == kept[1:], "what was ticked by hand stays"


def test_a_longer_meeting_gets_other_times(workspace: Workspace, opened: Open, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    offer = offer_of(opened(renata))
    offer.length.choose("60")
    assert {span.length.total_seconds() for span in offer.times.chosen()} == {3600}


def test_writing_keeps_the_offer_and_asks_for_the_letter(
    qtbot: QtBot, workspace: Workspace, intents: Intents, opened: Open, renata: PersonId
) -> None:
    workspace.availability.paint(MORNINGS)
    offer = offer_of(opened(renata))
    with qtbot.waitSignal(intents.compose_wanted) as asked:
        offer.write.click()
    assert asked.args == [renata, "", "offer_times"]


def test_before_they_were_asked_times_go_into_the_first_letter(
    qtbot: QtBot, workspace: Workspace, intents: Intents, opened: Open, renata: PersonId
) -> None:
    workspace.availability.paint(MORNINGS)
    workspace.research.save_purpose(renata, Purpose("shadowing", "A day in a school"))
    offer = offer_of(opened(renata))
    with qtbot.waitSignal(intents.compose_wanted) as asked:
        offer.write.click()
    assert asked.args == [renata, "", ""]
    assert [kept.span for kept in workspace.offers.open(renata)] == offer.times.chosen()


def test_copying_keeps_the_offer_too(workspace: Workspace, opened: Open, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    offer = offer_of(opened(renata))
    offer.copy.click()
    assert QGuiApplication.clipboard().text() == offer.sentence.text()
    assert len(workspace.offers.open(renata)) == 3


def test_one_click_says_which_they_chose(
    qtbot: QtBot, workspace: Workspace, intents: Intents, opened: Open, renata: PersonId
) -> None:
    workspace.availability.paint(MORNINGS)
    page = opened(renata)
    offer_of(page).copy.click()
    offered = offered_of(page)
    assert [button.accessibleName() for button in offered.buttons()][1] == (
        "They chose Mon 23 March, 11:30 to 11:50 (15:30 in London)"
    )
    with qtbot.waitSignal(intents.open_meeting_wanted):
        offered.buttons()[1].click()
    (meeting,) = workspace.meetings.of(renata)
    assert meeting.plan.their_zone == "Europe/London"
    assert not offered.isVisibleTo(page)


def test_a_zone_that_is_missing_can_be_added(
    qtbot: QtBot, workspace: Workspace, intents: Intents, opened: Open
) -> None:
    workspace.availability.paint(MORNINGS)
    bo = add(workspace, "Bo Ek")
    offer = offer_of(opened(bo))
    assert offer.times.item(0).text() == "Fri 20 March, 10:00 to 10:20"
    with qtbot.waitSignal(intents.edit_person_wanted) as asked:
        offer.add_zone.click()
    assert asked.args == [bo]
    workspace.people.save(bo, replace(workspace.people.get(bo).profile, zone="Europe/London"))
    assert offer.times.item(0).text() == "Fri 20 March, 10:00 to 10:20 (14:00 in London)"
    assert not offer.add_zone.isVisibleTo(offer)


def test_one_comes_back_to_what_waits_for_an_answer(workspace: Workspace, opened: Open, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    page = opened(renata)
    assert page.first_field() is offer_of(page).times
    offer_of(page).copy.click()
    assert page.first_field() is offered_of(page).buttons()[0]


def test_one_stays_where_one_is_while_nothing_changes(workspace: Workspace, opened: Open, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    times = offer_of(opened(renata)).times
    times.setCurrentRow(5)
    add(workspace, "Bo Ek")
    assert times.currentRow() == 5


def test_what_to_have_ready_before_one_books_is_ticked_and_kept(
    workspace: Workspace, opened: Open, renata: PersonId
) -> None:
    before = offer_of(opened(renata)).before.list
    before.fold.click()
    assert [row.text for row in before.rows] == list(workspace.material.checklists["before_booking"])
    before.rows[1].box.click()
    assert before.fold.text() == "Before you book: 1 of 5"
    bo = add(workspace, "Bo Ek")
    assert offer_of(opened(bo)).before.list.fold.text() == "Before you book: 0 of 5"
    assert offer_of(opened(renata)).before.list.rows[1].box.isChecked()
    assert workspace.history.undo()  # Bo
    workspace.history.undo()
    assert before.fold.text() == "Before you book: 0 of 5"


def test_a_purpose_said_meanwhile_is_seen(workspace: Workspace, opened: Open, renata: PersonId) -> None:
    why = offer_of(opened(renata)).why
    assert not why.isVisible()
    workspace.research.save_purpose(renata, Purpose("setting_info", "How a week looks"))
    assert "How a week looks" in why.text()


def test_none_of_these_suits(workspace: Workspace, opened: Open, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    page = opened(renata)
    offer_of(page).copy.click()
    offered_of(page).none_suits.click()
    assert workspace.offers.open(renata) == []
    assert workspace.outreach.of(renata)[-1].kind == InKind.ANOTHER_TIME


def test_what_is_offered_to_somebody_else_is_said(workspace: Workspace, opened: Open, renata: PersonId) -> None:
    workspace.availability.paint(MORNINGS)
    bo = add(workspace, "Bo Ek")
    workspace.offers.offer(bo, workspace.offers.proposal(bo, timedelta(minutes=20)))
    offer = offer_of(opened(renata))
    texts = [offer.times.item(row).text() for row in range(offer.times.count())]
    assert any(text.endswith("– offered to Bo") for text in texts)


def test_the_list_says_and_changes_the_same_week(workspace: Workspace, opened: Open) -> None:
    page = opened(PersonId(0))
    free = page.free
    free.view.choose(LIST)
    free.list.day.setCurrentIndex(free.list.day.findData(1))
    free.list.start.show_time(time(10, 10))
    free.list.end.show_time(time(12))
    free.list.add.click()
    assert workspace.availability.hours().weekly == (FreeTime(1, 610, 720),)
    assert free.list.windows.item(0).text() == "Tuesday 10:10 to 12:00"
    assert free.grid.weekly() == (FreeTime(1, 610, 720),)
    free.list.end.show_time(time(9))
    free.list.add.click()
    assert free.list._to.said == "Before the start"
    free.list.remove.click()
    assert workspace.availability.hours().weekly == ()


def test_days_that_differ_are_added_and_removed(workspace: Workspace, opened: Open) -> None:
    days = opened(PersonId(0)).days
    days.day.show_day(date(2026, 4, 6))
    days.add.click()
    days.kind.choose(FREE)
    days.add.click()
    off, evening = FreeDay(date(2026, 4, 6), 0, WHOLE_DAY), FreeDay(date(2026, 4, 6), 1080, 1200, is_free=True)
    assert workspace.availability.hours().days == (off, evening)
    texts = [days.days.item(row).text() for row in range(2)]
    assert texts == ["Mon 6 Apr 2026: not free all day", "Mon 6 Apr 2026: free 18:00 to 20:00"]
    days.days.setCurrentRow(0)
    days.remove.click()
    assert workspace.availability.hours().days == (evening,)


def test_one_visit_paints_in_one_step(workspace: Workspace, opened: Open) -> None:
    grid = opened(PersonId(0)).free.grid
    for row in (20, 21):
        grid.setCurrentIndex(grid.model().index(row, 0))
        grid._set([(row, 0)], free=True)
    assert workspace.history.undo() == "Paint free times"
    assert workspace.availability.hours().weekly == ()
    assert grid.weekly() == ()


def test_it_goes_when_the_person_goes(qtbot: QtBot, workspace: Workspace, opened: Open, renata: PersonId) -> None:
    page = opened(renata)
    with qtbot.waitSignal(page.finished):
        workspace.people.remove(renata)
