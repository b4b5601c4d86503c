"""The timeline with real people in it: what it tells, what stays in sight, and what one can do by keyboard."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.messages import Channel, Draft, Reply
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.writing import words_in
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.timeline.everyone_page import EveryonePage
from otnet_desktop.ui.timeline.timeline_pane import TimelinePane
from otnet_desktop.ui.widgets.accessible_rows import OBJECT_ROLE
from otnet_desktop.ui.widgets.story_row import StoryRow
from tests.factories import take_away
from tests.services.clocks import SettableClock
from tests.ui.network import add, book, boston, met

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


@pytest.fixture
def pane(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> TimelinePane:
    made = TimelinePane(workspace, bridge, intents)
    qtbot.addWidget(made)
    made.resize(320, 500)
    made.show()
    return made


def rows(pane: TimelinePane | EveryonePage) -> list[StoryRow]:
    model = pane.story.view.model()
    return [model.index(n, 0).data(OBJECT_ROLE) for n in range(model.rowCount())]


def titles(pane: TimelinePane | EveryonePage) -> list[str]:
    return [row.title for row in rows(pane)]


def spoken(pane: TimelinePane | EveryonePage) -> list[str]:
    model = pane.story.view.model()
    return [model.index(n, 0).data(ACCESSIBLE) for n in range(model.rowCount())]


class MenuKey:
    """Presses the menu key on an entry; the menu is caught before a screen would be needed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.caught: list[QMenu] = []
        monkeypatch.setattr(QMenu, "popup", lambda menu, _point: self.caught.append(menu))

    def press(self, pane: TimelinePane, title: str) -> QMenu:
        view = pane.story.view
        view.setCurrentIndex(view.model().index(titles(pane).index(title), 0))
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(view.viewport(), event)
        return self.caught[-1]


@pytest.fixture
def menu_key(monkeypatch: pytest.MonkeyPatch) -> MenuKey:
    return MenuKey(monkeypatch)


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_the_future_stands_above_today_and_the_past_below(
    pane: TimelinePane, workspace: Workspace, renata: PersonId
) -> None:
    book(workspace, renata, start="2026-03-26T15:30", title="Visit the sensory path", place="Room 4")
    take_away(workspace, met(workspace, renata, start="2026-03-17T16:00").id, "Start with one classroom.")
    pane.show_person(renata)
    assert titles(pane) == ["Visit the sensory path", "Today, 18 March", "Added to your network", "Video call"]
    assert rows(pane)[0].details == "26 Mar 15:30 · 30 minutes · Video call · Room 4"
    assert rows(pane)[0].future
    assert not rows(pane)[3].future
    assert rows(pane)[3].quote == "Start with one classroom."


def test_what_has_just_happened_stands_below_today(pane: TimelinePane, workspace: Workspace, renata: PersonId) -> None:
    going_on = book(workspace, renata, start="2026-03-18T09:45")
    workspace.meetings.met_by_chance([renata], event="Alumni lunch")
    pane.show_person(renata)
    assert titles(pane).index("Met at Alumni lunch") > titles(pane).index("Today, 18 March")
    workspace.meetings.turned_out(going_on.id, f.MeetingOutcome.HELD)  # before the time agreed on was over
    assert titles(pane)[0] == "Today, 18 March"
    assert not any(row.future for row in rows(pane))


def test_a_meeting_that_is_over_asks_how_it_went(
    pane: TimelinePane, workspace: Workspace, clock: SettableClock, renata: PersonId
) -> None:
    book(workspace, renata, start="2026-03-18T10:30")
    pane.show_person(renata)
    assert titles(pane)[0] == "Video call"
    clock.set("2026-03-18T10:45")
    pane.story._minute.timeout.emit()
    assert titles(pane)[:2] == ["Video call", "Today, 18 March"]
    assert rows(pane)[0].details.endswith("going on now")
    clock.set("2026-03-18T11:00")
    pane.story._minute.timeout.emit()
    assert titles(pane)[:2] == ["Today, 18 March", "Video call"]
    assert rows(pane)[1].details == "today 10:30 · 30 minutes · how did it go?"
    clock.set("2026-03-19T00:01")
    pane.story._minute.timeout.emit()
    assert titles(pane)[0] == "Today, 19 March"
    assert rows(pane)[1].details.startswith("yesterday 10:30")


def test_the_words_of_a_letter_are_counted_as_where_it_is_written(
    pane: TimelinePane, workspace: Workspace, renata: PersonId
) -> None:
    body = "Dear Renata,\n\nI am ‹what you are, such as an OT student›."
    workspace.outreach.save_draft(Draft(renata, f.OutKind.INTRO, body=body))
    pane.show_person(renata)
    assert rows(pane)[1].details.endswith(f"· {words_in(body)} words")


def test_messages_answers_and_thanks_are_told_once(
    pane: TimelinePane, workspace: Workspace, clock: SettableClock, renata: PersonId
) -> None:
    meeting = met(workspace, renata, start="2026-03-17T16:00")
    pane.show_person(renata)
    clock.advance(minutes=1)
    workspace.outreach.log_reply(Reply(renata, f.InKind.YES))
    clock.advance(minutes=1)
    thanks = Draft(renata, f.OutKind.THANKS, body="Thank you so much", reminder=f"THANKS:{meeting.ref}:x")
    workspace.outreach.log_sent(thanks)
    assert titles(pane)[1:3] == ["Thank-you note", "Renata said yes"]
    assert rows(pane)[1].details == "today 10:02 · e-mail · 4 words"
    assert "Said thank you" not in titles(pane)
    assert workspace.thanks.given(renata, meeting.ref) is not None


def test_every_kind_of_entry_has_words(pane: TimelinePane, workspace: Workspace, renata: PersonId) -> None:
    lee = add(workspace, "Lee Chen")
    workspace.promises.make(renata, f.Side.ME, "send the article", boston("2026-03-20T00:00").date())
    ref = workspace.promises.make(renata, f.Side.THEM, "a visit")
    workspace.promises.keep(ref)
    workspace.people.referred(renata, lee)
    workspace.people.moved(renata, None)
    workspace.people.keep_in_touch(renata, 90)
    workspace.people.keep_in_touch(renata, 0)
    workspace.outreach.withdraw(renata)
    workspace.meetings.met_by_chance([renata], event="State conference")
    workspace.promises.note_opportunity("Capstone site", f.OpportunityState.APPLYING, person=renata)
    workspace.thanks.skip(renata, "m", "we spoke")
    pane.show_person(renata)
    told = titles(pane)
    for title in (
        "I promised: send the article", "They offered: a visit", "Done: a visit", "Introduced me to Lee Chen",
        "Changed jobs", "Keep in touch", "No more suggestions to keep in touch", "Let it go, kindly",
        "Met at State conference", "Capstone site", "No thank-you this time", "Added to your network",
    ):  # fmt: skip
        assert title in told
    assert any("by Fri" in row.details for row in rows(pane))


def test_enter_opens_a_meeting(
    qtbot: QtBot, pane: TimelinePane, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    meeting = book(workspace, renata, start="2026-03-26T15:30")
    pane.show_person(renata)
    pane.story.view.setCurrentIndex(pane.story.view.model().index(0, 0))
    with qtbot.waitSignal(intents.open_meeting_wanted) as opened:
        QTest.keyClick(pane.story.view, Qt.Key.Key_Return)
    assert opened.args == [meeting.id]


def test_a_click_opens_a_meeting(
    qtbot: QtBot, pane: TimelinePane, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    meeting = book(workspace, renata, start="2026-03-26T15:30")
    pane.show_person(renata)
    opened: list[int] = []
    intents.open_meeting_wanted.connect(opened.append)
    view = pane.story.view
    where = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened == [meeting.id]


def test_enter_shows_what_was_written_in_its_place_and_puts_it_away(
    qtbot: QtBot, pane: TimelinePane, workspace: Workspace, renata: PersonId
) -> None:
    letter = "\n\n".join(f"Paragraph {n} of a long letter." for n in range(12))
    workspace.outreach.log_sent(Draft(renata, f.OutKind.INTRO, "A question", letter))
    pane.show_person(renata)
    view = pane.story.view
    view.setCurrentIndex(view.model().index(titles(pane).index("First message"), 0))
    before = view.visualRect(view.currentIndex()).height()
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.visualRect(view.currentIndex()).height() > 4 * before)
    description = view.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert description.startswith("A question\n\nParagraph 0")
    assert description.endswith("Paragraph 11 of a long letter.")
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.visualRect(view.currentIndex()).height() == before)


def test_a_screen_reader_hears_each_entry_as_a_sentence(
    pane: TimelinePane, workspace: Workspace, renata: PersonId
) -> None:
    book(workspace, renata, start="2026-03-26T15:30")
    pane.show_person(renata)
    assert pane.story.view.accessibleName() == "Timeline"
    assert spoken(pane)[0] == "Video call, 26 Mar 15:30 · 30 minutes"
    assert spoken(pane)[1] == "Today, 18 March"


def test_how_it_went_can_be_said_from_the_menu_and_taken_back(
    qtbot: QtBot, pane: TimelinePane, menu_key: MenuKey, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    meeting = book(workspace, renata, start="2026-03-18T09:00")
    pane.show_person(renata)
    menu = menu_key.press(pane, "Video call")
    assert texts(menu)[:4] == ["Open", "How did it go?", "Move or change…", "Call it off"]
    went = next(action.menu() for action in menu.actions() if action.text() == "How did it go?")
    assert isinstance(went, QMenu)
    with qtbot.waitSignal(intents.undoable):
        choose(went, "It happened")
    assert workspace.meetings.get(meeting.id).state == "held"
    workspace.history.undo()
    assert workspace.meetings.get(meeting.id).state == "planned"


def test_thanks_are_offered_until_they_were_given(
    qtbot: QtBot, pane: TimelinePane, menu_key: MenuKey, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    meeting = met(workspace, renata, start="2026-03-17T16:00")
    pane.show_person(renata)
    menu = menu_key.press(pane, "Video call")
    with qtbot.waitSignal(intents.thank_wanted) as wanted:
        choose(menu, "Thank Renata…")
    assert wanted.args == [renata, meeting.id]
    workspace.thanks.thank([renata], meeting.ref, f.ThanksHow.CARD)
    menu = menu_key.press(pane, "Video call")
    assert "Thank Renata…" not in texts(menu)


def test_a_promise_can_be_settled_from_the_menu(
    pane: TimelinePane, menu_key: MenuKey, workspace: Workspace, renata: PersonId
) -> None:
    workspace.promises.make(renata, f.Side.ME, "send the article")
    pane.show_person(renata)
    choose(menu_key.press(pane, "I promised: send the article"), "Done, or let go")
    assert workspace.promises.of(renata)[0].kept
    menu = menu_key.press(pane, "I promised: send the article")
    assert texts(menu) == ["Copy"]


def test_copy_takes_the_words_along(qtbot: QtBot, pane: TimelinePane, workspace: Workspace, renata: PersonId) -> None:
    workspace.outreach.log_sent(Draft(renata, f.OutKind.INTRO, body="Dear Renata", channel=Channel.CARD))
    pane.show_person(renata)
    view = pane.story.view
    view.setCurrentIndex(view.model().index(titles(pane).index("First message"), 0))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "First message\ntoday 10:00 · card · 2 words\nDear Renata"


def test_a_change_moves_only_what_changed(
    qtbot: QtBot, pane: TimelinePane, workspace: Workspace, renata: PersonId
) -> None:
    meeting = book(workspace, renata, start="2026-03-26T15:30")
    pane.show_person(renata)
    view = pane.story.view
    view.setCurrentIndex(view.model().index(0, 0))
    resets: list[None] = []
    view.model().modelReset.connect(lambda: resets.append(None))
    with qtbot.waitSignal(view.model().dataChanged) as told:
        workspace.meetings.cancel(meeting.id, f.Side.THEM)
    assert told.args[0].row() == told.args[1].row() == 0
    assert rows(pane)[0].details.endswith("cancelled by them")
    with qtbot.waitSignal(view.model().rowsInserted) as come:
        workspace.outreach.log_reply(Reply(renata, f.InKind.NOTE))
    assert come.args[1] == come.args[2] == 2
    assert view.currentIndex().row() == 0
    assert not resets


def test_a_long_story_opens_quickly_with_today_in_sight_and_grows_on_demand(
    qtbot: QtBot, pane: TimelinePane, workspace: Workspace, renata: PersonId
) -> None:
    start = boston("2026-03-18T09:00")
    with workspace.steps.together("Fill"):
        for n in range(5000):
            workspace.promises.make(renata, f.Side.ME, f"article {n}", at=start - timedelta(hours=n))
    book(workspace, renata, start="2026-03-20T15:30")
    pane.show_person(add(workspace, "Somebody Else"))
    began = time.perf_counter()
    pane.show_person(renata)
    QApplication.processEvents()
    took = time.perf_counter() - began
    view = pane.story.view
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.model().index(1, 0))))
    assert titles(pane)[1] == "Today, 18 March"
    assert took < 2, took
    shown = view.model().rowCount()
    assert shown < 200
    assert pane.story._earlier.isVisible()
    pane.story._earlier.click()
    assert view.model().rowCount() == shown + 200


def test_today_is_in_sight_below_a_long_future(
    qtbot: QtBot, pane: TimelinePane, workspace: Workspace, renata: PersonId
) -> None:
    for day in range(1, 29):
        book(workspace, renata, start=f"2026-04-{day:02}T09:00")
    pane.show_person(renata)
    view = pane.story.view
    row = titles(pane).index("Today, 18 March")
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.model().index(row, 0))))


def test_everyone_shows_all_meetings_with_names_and_leads_to_the_person(
    qtbot: QtBot, pane: TimelinePane, menu_key: MenuKey, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    tomas = add(workspace, "Tomás Rivera")
    book(workspace, tomas, start="2026-03-19T16:00")
    book(workspace, renata, tomas, start="2026-03-26T16:00")
    pane.show_person(renata)
    pane._whose.choose("everyone")
    assert titles(pane) == [
        "Video call: Renata Okafor and Tomás Rivera", "Video call: Tomás Rivera", "Today, 18 March",
    ]  # fmt: skip
    menu = menu_key.press(pane, "Video call: Tomás Rivera")
    with qtbot.waitSignal(intents.person_wanted) as wanted:
        choose(menu, "Show Tomás Rivera")
    assert wanted.args == [tomas]


def test_everyone_goes_back_to_the_meeting_before_a_long_silence(
    qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, renata: PersonId
) -> None:
    met(workspace, renata, start="2024-05-02T10:00")
    met(workspace, renata, start="2026-03-02T10:00")
    page = EveryonePage(workspace, bridge, intents)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    assert len(titles(page)) == 2
    assert not page.story._later.isVisible()
    page.story._earlier.click()
    assert rows(page)[-1].details.startswith("2 May 2024")
    assert not page.story._earlier.isVisible()


def test_somebody_who_has_just_gone_is_met_calmly(pane: TimelinePane, workspace: Workspace, renata: PersonId) -> None:
    """The list may choose somebody of whose deletion it has not heard yet."""
    workspace.people.remove(renata)
    pane.show_person(renata)
    assert rows(pane) == []


def test_an_empty_story_leads_to_booking_and_logging(
    qtbot: QtBot, pane: TimelinePane, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    workspace.people.remove(renata)
    pane.show_person(0)
    pane._whose.choose("everyone")
    assert pane.story._stack.currentIndex() == 1
    assert not pane._foot.isVisible()
    with qtbot.waitSignal(intents.meeting_wanted) as wanted:
        pane.story._book()
    assert wanted.args == [0]


def test_hidden_it_waits_and_shows_what_is_true_when_it_is_seen(
    pane: TimelinePane, workspace: Workspace, renata: PersonId
) -> None:
    pane.show_person(renata)
    pane.hide()
    workspace.outreach.log_reply(Reply(renata, f.InKind.NO))
    assert "Renata said no" not in titles(pane)
    pane.show()
    assert "Renata said no" in titles(pane)


def test_another_name_is_used_at_once(pane: TimelinePane, workspace: Workspace, renata: PersonId) -> None:
    workspace.outreach.log_reply(Reply(renata, f.InKind.YES))
    pane.show_person(renata)
    person = workspace.people.get(renata)
    workspace.people.save(renata, type(person.profile)(given="Ren", family="Okafor"))
    assert "Ren said yes" in titles(pane)
    assert pane._whose._buttons["person"].accessibleName() == "Ren"
