"""What they answered, one click from the person."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.facts import InKind, OutKind
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.reminders import Kind, Stage
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.log_desk import LogDesk
from otnet_desktop.ui.outreach.log_form import LogForm
from otnet_desktop.ui.people.person_pane import PersonPane
from tests.factories import profile


@pytest.fixture
def ann(workspace: Workspace) -> PersonId:
    """Somebody who was asked."""
    person = workspace.people.add(profile("Ann Ash")).id
    workspace.outreach.log_sent(Draft(person, OutKind.ASK), needs_reply=True)
    return person


@pytest.fixture
def pane(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, ann: PersonId) -> PersonPane:
    made = PersonPane(workspace, bridge, intents)
    qtbot.addWidget(made)
    made.resize(560, 800)
    made.show()
    made.show_person(ann)
    return made


def offered(menu: QMenu) -> list[QAction]:
    """Every entry, those of the menus inside included."""
    found: list[QAction] = []
    for action in menu.actions():
        inside = action.menu()
        found += offered(inside) if isinstance(inside, QMenu) else [action]
    return [action for action in found if not action.isSeparator()]


def choose(pane: PersonPane, text: str) -> None:
    menu = pane._header.answer.menu()
    assert menu is not None
    next(action for action in offered(menu) if action.text() == text).trigger()


@pytest.mark.parametrize(
    ("text", "kind", "stage"),
    [
        ("Yes, gladly", InKind.YES, Stage.SCHEDULING),
        ("Another time, please", InKind.ANOTHER_TIME, Stage.SCHEDULING),
        ("They asked something", InKind.QUESTION, Stage.IN_CONVERSATION),
        ("No, thank you", InKind.NO, Stage.DECLINED),
        ("Ask again in 3 months", InKind.LATER, Stage.LATER),
        ("They named no day", InKind.LATER, Stage.LATER),
        ("The mail came back", InKind.BOUNCE, Stage.ADDRESS_PROBLEM),
        ("Back in 2 weeks", InKind.OUT_OF_OFFICE, Stage.AWAITING_REPLY),
    ],
)
def test_one_click_says_how_it_stands(
    pane: PersonPane, workspace: Workspace, ann: PersonId, text: str, kind: InKind, stage: Stage
) -> None:
    choose(pane, text)
    assert workspace.people.outlook(ann).stage is stage
    assert workspace.outreach.of(ann)[-1].kind == kind
    workspace.history.undo()
    assert workspace.people.outlook(ann).stage is Stage.AWAITING_REPLY


def test_a_wish_not_to_be_contacted_closes_writing(pane: PersonPane, workspace: Workspace, ann: PersonId) -> None:
    choose(pane, "Please do not contact me")
    assert workspace.people.get(ann).status is Status.DO_NOT_CONTACT
    pane.show_person(ann)
    assert not pane._header.answer.isVisible()


def test_nobody_answers_who_was_not_written_to(pane: PersonPane, workspace: Workspace, ann: PersonId) -> None:
    assert pane._header.answer.isVisible()
    pane.show_person(workspace.people.add(profile("Bo Beech")).id)
    assert not pane._header.answer.isVisible()


def test_another_day_is_asked_for(
    pane: PersonPane, workspace: Workspace, ann: PersonId, intents: Intents, qtbot: QtBot
) -> None:
    LogDesk(workspace, intents, pane)
    choose(pane, "Another day…")
    (form,) = pane.window().findChildren(LogForm)
    assert form.answer.code() == InKind.LATER
    focused = form.focusWidget()
    assert form.named_day.day in (focused, focused.parentWidget()), "only the day is left to say"
    form.named_day.day.show_day(date(2026, 5, 4))
    form.accept()
    reply = workspace.people.outlook(ann)
    assert reply.stage is Stage.LATER
    assert [(one.kind, one.due.date()) for one in reply.reminders] == [(Kind.ASK_AGAIN, date(2026, 5, 4))]


def test_letting_it_rest_and_other_words(
    pane: PersonPane, workspace: Workspace, ann: PersonId, intents: Intents, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(intents.log_wanted) as wanted:
        choose(pane, "In other words…")
    assert wanted.args == [ann]
    with qtbot.waitSignal(intents.undoable):
        choose(pane, "I let it rest")
    assert workspace.people.outlook(ann).stage is Stage.WITHDRAWN
