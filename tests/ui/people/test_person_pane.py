"""The middle pane with real people in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import (
    ALSO_NAME,
    Affiliation,
    ContactKind,
    ContactPoint,
    ContactState,
    PersonId,
    Status,
)
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.opportunity_form import OpportunityForm
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.people.ways_to_reach import WaysToReach, address_of
from otnet_desktop.ui.widgets.clamped_label import ClampedLabel
from otnet_desktop.ui.widgets.next_step_card import NextStepCard
from otnet_desktop.ui.widgets.plain_label import LinkButton
from tests.factories import plan, profile, school_ot
from tests.services.clocks import SettableClock


@pytest.fixture
def pane(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents) -> PersonPane:
    made = PersonPane(workspace, bridge, intents)
    qtbot.addWidget(made)
    made.resize(560, 800)
    made.show()
    return made


def step_of(pane: PersonPane) -> NextStepCard:
    return pane._steps.card


def said(pane: PersonPane) -> str:
    return step_of(pane)._what.text()


def press(pane: PersonPane) -> None:
    step_of(pane).button.click()


def test_the_header_tells_who_somebody_is(pane: PersonPane, workspace: Workspace) -> None:
    told = replace(school_ot(), pronouns="she/her", say_it_like="reh-NAH-tah", zone="America/Los_Angeles")
    pane.show_person(workspace.people.add(told).id)

    header = pane._header
    assert header._name.text() == "Renata Núñez, OTR/L"
    assert header._said.text() == "she/her · say it like reh-NAH-tah"
    assert header._work.text() == "School OT · Larchmont USD · 07:00 there"


def test_another_name_of_theirs_stands_below_the_name(pane: PersonPane, workspace: Workspace) -> None:
    merged = profile("Emily Novak", foreign=(f"{ALSO_NAME}Emily Clark",), pronouns="she/her")
    pane.show_person(workspace.people.add(merged).id)
    assert pane._header._said.text() == "also called Emily Clark · she/her"


def test_where_they_worked_before_is_told_with_its_end(pane: PersonPane, workspace: Workspace) -> None:
    renata = workspace.people.add(school_ot()).id
    pane.show_person(renata)
    assert not pane._header._before.isVisible()
    workspace.people.moved(renata, Affiliation("Tidewater", "Hand therapist"))
    assert pane._header._work.text().startswith("Hand therapist · Tidewater")
    assert pane._header._before.text() == "Before: School OT · Larchmont USD (until 18 Mar 2026)"
    workspace.people.moved(renata, Affiliation("Harbor", "OT"))
    assert pane._header._before.toolTip().splitlines() == [
        "Hand therapist · Tidewater (18 Mar 2026 – 18 Mar 2026)",
        "School OT · Larchmont USD (until 18 Mar 2026)",
    ]


def test_their_time_goes_on(pane: PersonPane, workspace: Workspace, clock: SettableClock) -> None:
    pane.show_person(workspace.people.add(profile("Ada Lin", zone="Europe/London")).id)
    clock.advance(minutes=25)

    pane._clock.timeout.emit()

    assert pane._header._work.text() == "14:25 there"


def test_their_clock_rests_while_nobody_looks(pane: PersonPane) -> None:
    assert pane._clock.isActive()
    pane.hide()
    assert not pane._clock.isActive()


def test_a_name_is_never_markup(pane: PersonPane, workspace: Workspace) -> None:
    pane.show_person(workspace.people.add(profile(display="<img src='file:///etc/passwd'>")).id)

    assert isinstance(pane._header._name, ClampedLabel), "which paints every sign as it is"
    assert pane._header._name.text().startswith("<img")
    assert "<img" not in pane._header._name.toolTip()


def test_everybody_follows_their_own_next_step(
    qtbot: QtBot, pane: PersonPane, workspace: Workspace, intents: Intents
) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    pane.show_person(ada)
    assert said(pane) == "Write down why"

    workspace.research.say_why(ada, "setting_info")
    assert said(pane) == "Note one thing about Ada"
    press(pane)
    assert pane._research._points.line.hasFocus()

    QTest.keyClicks(pane._research._points.line, "Wrote the sensory path guide")
    QTest.keyClick(pane._research._points.line, Qt.Key.Key_Return)
    assert said(pane) == "Find a way to reach Ada"
    with qtbot.waitSignal(intents.edit_person_wanted) as wanted:
        press(pane)
    assert wanted.args == [ada]

    known = workspace.people.get(ada).profile
    way = ContactPoint(ContactKind.EMAIL, "ada@example.org")
    workspace.people.save(ada, replace(known, contact_points=(way,)))
    assert said(pane) == "Write the first mail"
    with qtbot.waitSignal(intents.compose_wanted) as compose:
        press(pane)
    assert compose.args == [ada, "", ""]

    workspace.outreach.log_sent(Draft(ada, f.OutKind.INTRO))
    assert said(pane) == "Ada has the next word"
    assert "25 Mar" in step_of(pane)._when.text()
    with qtbot.waitSignal(intents.log_wanted):
        press(pane)


def test_what_is_due_is_done_put_off_or_skipped(
    qtbot: QtBot, pane: PersonPane, workspace: Workspace, intents: Intents, clock: SettableClock
) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    clock.set("2026-03-10T10:00")
    workspace.outreach.log_sent(Draft(ada, f.OutKind.INTRO))
    clock.set("2026-03-18T10:00")
    workspace.reminders.tick()
    pane.show_person(ada)
    assert said(pane) == "One gentle reminder to Ada?"
    assert step_of(pane)._due

    with qtbot.waitSignal(intents.follow_up_wanted) as wanted:
        press(pane)
    (reminder,) = workspace.people.outlook(ada).active
    assert wanted.args == [reminder.key]

    step_of(pane).later_chosen.emit("tomorrow")
    assert not step_of(pane)._due
    workspace.history.undo()
    assert step_of(pane)._due

    with qtbot.waitSignal(intents.undoable):
        step_of(pane).later_chosen.emit("skip")
    assert workspace.people.outlook(ada).active == ()


def test_a_meeting_ahead_is_opened(qtbot: QtBot, pane: PersonPane, workspace: Workspace, intents: Intents) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    later = workspace.meetings.book(plan(ada, in_days=9))
    sooner = workspace.meetings.book(plan(ada, in_days=2))
    pane.show_person(ada)

    assert said(pane) == "You meet Ada"
    assert "Fri" in step_of(pane)._when.text()
    with qtbot.waitSignal(intents.open_meeting_wanted) as wanted:
        press(pane)

    assert wanted.args == [sooner.id]
    assert later.id != sooner.id


def test_nothing_is_suggested_about_somebody_archived_until_reopened(pane: PersonPane, workspace: Workspace) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    pane.show_person(ada)
    workspace.people.set_status(ada, Status.ARCHIVED)

    assert pane._banner.isVisible()
    assert not step_of(pane).isVisible()
    assert not pane._journey.isVisible()

    pane._banner._reopen.click()

    assert workspace.people.get(ada).status is Status.ACTIVE
    assert not pane._banner.isVisible()
    assert step_of(pane).isVisible()


@pytest.mark.parametrize("status", [Status.DO_NOT_CONTACT, Status.DECEASED])
def test_addresses_of_somebody_closed_are_text_only(pane: PersonPane, workspace: Workspace, status: Status) -> None:
    renata = workspace.people.add(school_ot()).id
    pane.show_person(renata)
    assert len(pane._header._ways.links()) == 2

    workspace.people.set_status(renata, status)

    assert pane._header._ways.links() == []
    assert not pane._banner._reopen.isVisible()


def test_everything_in_the_more_menu_can_be_undone(
    qtbot: QtBot, pane: PersonPane, workspace: Workspace, intents: Intents
) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    pane.show_person(ada)
    menu = pane._actions._menu

    deeds: tuple[tuple[QAction, Callable[[], bool]], ...] = (
        (menu._closing[Status.ARCHIVED], lambda: workspace.people.get(ada).status is Status.ARCHIVED),
        (menu._closing[Status.DECEASED], lambda: workspace.people.get(ada).status is Status.DECEASED),
        (menu.cadence.actions()[3], lambda: workspace.people.cadence(ada) == 120),
        (menu.actions()[-1], lambda: not workspace.store.people.many([ada])),
    )
    for action, was_done in deeds:
        with qtbot.waitSignal(intents.deleted if action is menu.actions()[-1] else intents.undoable):
            action.trigger()
        assert was_done()
        workspace.history.undo()
        assert not was_done()
        assert pane.person == ada


def test_how_often_is_chosen_where_one_has_pressed(
    pane: PersonPane, workspace: Workspace, clock: SettableClock
) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    start = clock.now() - timedelta(days=2)
    meeting = workspace.meetings.held(MeetingPlan((ada,), start, start + timedelta(minutes=30)))
    workspace.thanks.thank([ada], meeting.ref, f.ThanksHow.CARD)
    pane.show_person(ada)
    assert said(pane) == "Keep in touch with Ada?"
    pane._scroll.verticalScrollBar().setValue(0)

    press(pane)

    menu, button = pane._actions._menu.cadence, step_of(pane).button
    assert menu.isVisible()
    assert menu.pos() == button.mapToGlobal(QPoint(0, button.height()))
    assert [action.text() for action in menu.actions() if action.isVisible()] == [
        "Off",
        "Every 2 months",
        "Every 3 months",
        "Every 4 months",
        "Every 6 months",
        "Every year",
    ]
    assert not any(action.isChecked() for action in menu.actions()), "nothing was chosen yet"
    menu.close()
    menu.actions()[0].trigger()
    assert said(pane) == "Nothing to do: resting"
    assert menu.actions()[0].isChecked()
    workspace.people.keep_in_touch(ada, 120)
    assert said(pane) == "Nothing to do: you are in touch"
    workspace.people.keep_in_touch(ada, 45)
    (ticked,) = (action for action in menu.actions() if action.isChecked())
    assert (ticked.text(), ticked.data()) == ("Every 45 days", 45)


def test_an_opportunity_through_somebody_is_noted_from_their_menu(
    qtbot: QtBot, pane: PersonPane, workspace: Workspace, intents: Intents
) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    pane.show_person(ada)
    (entry,) = [action for action in pane._actions._menu.actions() if action.text() == "Note an opportunity…"]
    entry.trigger()
    (form,) = [shown for shown in QApplication.topLevelWidgets() if isinstance(shown, OpportunityForm)]
    QTest.keyClicks(form.title, "School post")
    with qtbot.waitSignal(intents.undoable) as told:
        QTest.keyClick(form.title, Qt.Key.Key_Return)
    assert told.args == ["School post is noted"]
    (noted,) = workspace.opportunities.all()
    assert (noted.title, noted.person) == ("School post", ada)


def test_the_menu_ticks_the_cadence_and_offers_the_way_back(pane: PersonPane, workspace: Workspace) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    workspace.people.keep_in_touch(ada, 90)
    pane.show_person(ada)
    menu = pane._actions._menu
    assert [action.data() for action in menu.cadence.actions() if action.isChecked()] == [90]

    workspace.people.set_status(ada, Status.DO_NOT_CONTACT)
    assert not menu._closing[Status.ARCHIVED].isVisible()
    menu._reopening[Status.DO_NOT_CONTACT].trigger()

    assert workspace.people.get(ada).status is Status.ACTIVE


def test_a_deleted_person_leaves_an_invitation(pane: PersonPane, workspace: Workspace) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    pane.show_person(ada)
    workspace.people.remove(ada)

    assert pane.person == 0
    assert pane._nobody.isVisible()


def test_typing_is_saved_before_somebody_else_is_shown(qtbot: QtBot, pane: PersonPane, workspace: Workspace) -> None:
    ada, bea = (workspace.people.add(profile(name)).id for name in ("Ada Lin", "Bea Ray"))
    pane.show_person(ada)
    notes = notes_of(pane)
    QTest.keyClicks(notes, "About Ada")

    pane.show_person(bea)

    assert workspace.research.of(ada).notes == "About Ada"
    assert workspace.research.of(bea).notes == ""
    assert notes.toPlainText() == ""


def test_typing_is_saved_before_nobody_is_shown(pane: PersonPane, workspace: Workspace) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    pane.show_person(ada)
    QTest.keyClicks(notes_of(pane), "About Ada")

    pane.show_person(0)

    assert workspace.research.of(ada).notes == "About Ada"


def test_typing_is_saved_when_the_window_closes(qtbot: QtBot, pane: PersonPane, workspace: Workspace) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    pane.show_person(ada)
    QTest.keyClicks(pane._purpose._statement, "How a week looks")
    QTest.keyClicks(notes_of(pane), "Likes coffee")

    pane.hide()

    research = workspace.research.of(ada)
    assert research.notes == "Likes coffee"
    assert research.purpose is not None
    assert research.purpose.statement == "How a week looks"


def test_a_change_of_somebody_else_is_not_looked_at(
    pane: PersonPane, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bea = (workspace.people.add(profile(name)).id for name in ("Ada Lin", "Bea Ray"))
    pane.show_person(ada)
    looked: list[PersonId] = []
    monkeypatch.setattr(pane, "_look_at", looked.append)

    workspace.research.say_why(bea, "mentorship")
    assert looked == []
    workspace.research.say_why(ada, "mentorship")
    assert looked == [ada]


@pytest.mark.parametrize("width", [380, 1000])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_nothing_is_pushed_out_sideways(
    qtbot: QtBot, pane: PersonPane, workspace: Workspace, theme: object, width: int, text_scale: float
) -> None:
    told = replace(
        profile("Wolfeschlegelsteinhausenbergerdorff Núñez-Álvarez"),
        affiliations=(Affiliation("Rehabilitationszentrum", "Ergotherapeutin"),),
    )
    theme.choose("light", text_scale)  # type: ignore[attr-defined]
    pane.show_person(workspace.people.add(told).id)
    pane.resize(width, 800)

    def fits() -> None:
        assert pane._purpose.width() <= pane._scroll.viewport().width() - 40

    qtbot.waitUntil(fits)


# -- ways to reach ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value", "url"),
    [
        (ContactKind.EMAIL, "ada@example.org", "mailto:ada@example.org"),
        (ContactKind.EMAIL, "ada@example.org?bcc=x@y.z", "mailto:ada@example.org%3Fbcc%3Dx@y.z"),
        (ContactKind.EMAIL, "no address", ""),
        (ContactKind.PHONE, "+1 (555) 010-0", "tel:+15550100"),
        (ContactKind.LINKEDIN, "https://www.linkedin.com/in/ada", "https://www.linkedin.com/in/ada"),
        (ContactKind.WEBSITE, "example.org/team", "https://example.org/team"),
        (ContactKind.WEBSITE, "file:///bin/ls", ""),
        (ContactKind.WEBSITE, "javascript:alert(1)", ""),
        (ContactKind.LINKEDIN, "ada-lin", ""),
        (ContactKind.ADDRESS, "12 Main St.", ""),
    ],
)
def test_only_safe_addresses_open(kind: ContactKind, value: str, url: str) -> None:
    assert address_of(ContactPoint(kind, value)) == url


def test_a_way_is_copied_from_its_menu_and_a_dead_one_is_no_link(qtbot: QtBot) -> None:
    ways = WaysToReach()
    qtbot.addWidget(ways)
    ways.show_ways(
        (
            ContactPoint(ContactKind.EMAIL, "old@example.org", state=ContactState.BOUNCED),
            ContactPoint(ContactKind.PHONE, "+1 555 0100"),
        )
    )

    (link,) = ways.findChildren(LinkButton)
    link.actions()[0].trigger()

    assert QGuiApplication.clipboard().text() == "+1 555 0100"


def notes_of(pane: PersonPane) -> QPlainTextEdit:
    return pane._research._notes._source
