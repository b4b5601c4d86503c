"""Key points: added by one line, edited in place, ordered and deleted by keys."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import Confidence, KeyPoint
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.research.key_point_editor import KeyPointEditor
from otnet_desktop.ui.research.key_point_row import KeyPointRow
from otnet_desktop.ui.research.key_points import KeyPoints
from otnet_desktop.ui.research.research_card import ResearchCard
from otnet_desktop.ui.unsaved import Keeps
from otnet_desktop.ui.widgets.plain_label import LinkButton
from tests.factories import profile
from tests.services.clocks import SettableClock

TODAY = date(2026, 3, 18)


@pytest.fixture
def card(pane: PersonPane) -> ResearchCard:
    return pane._research


@pytest.fixture
def points(card: ResearchCard) -> KeyPoints:
    return card._points


def texts(workspace: Workspace, person: PersonId) -> list[str]:
    return [point.text for point in workspace.research.of(person).key_points]


def note(workspace: Workspace, person: PersonId, *told: str) -> None:
    workspace.research.save_key_points(person, tuple(KeyPoint(text, "LinkedIn", seen_on=TODAY) for text in told))


def has_moved(points: KeyPoints, before: int) -> bool:
    return points.line.y() > before


def test_the_line_for_the_next_one_stays_in_sight(points: KeyPoints, pane: PersonPane, qtbot: QtBot) -> None:
    pane.window().resize(560, 420)
    pane.window().activateWindow()
    qtbot.waitUntil(pane.window().isActiveWindow)
    area = pane.findChild(QScrollArea)
    assert area is not None
    view = area.viewport()
    points.line.setFocus()
    area.ensureWidgetVisible(points.line, 0, 0)
    for text in ("Works in three schools", "Writes about handwriting"):
        before = points.line.y()
        points.line.setText(text)
        QTest.keyClick(points.line, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(has_moved, points, before))
        qtbot.waitUntil(lambda: view.rect().contains(points.line.mapTo(view, points.line.rect().bottomLeft())))


def row(points: KeyPoints, position: int) -> KeyPointRow:
    found = points._rows[position]
    assert isinstance(found, KeyPointRow)
    return found


def test_a_line_and_enter_add_a_point(qtbot: QtBot, points: KeyPoints, workspace: Workspace, ada: PersonId) -> None:
    QTest.keyClicks(points.line, "Wrote the guide https://larchmont.example/guide")
    QTest.keyClick(points.line, Qt.Key.Key_Return)

    (point,) = workspace.research.of(ada).key_points
    assert (point.text, point.source, point.url, point.seen_on) == (
        "Wrote the guide",
        "larchmont.example",
        "https://larchmont.example/guide",
        TODAY,
    )
    assert points.line.text() == ""
    assert row(points, 0).findChildren(LinkButton)[0].accessibleDescription() == "https://larchmont.example/guide"


def test_a_point_that_is_too_long_is_told_while_typing_and_stays_in_the_line(
    qtbot: QtBot, points: KeyPoints, workspace: Workspace, intents: Intents, ada: PersonId
) -> None:
    points.line.setText("x" * 99)
    assert not points._hint.isVisible()
    points.line.setText("x" * 145)
    assert points._hint.text().startswith("5 too long")
    with qtbot.waitSignal(intents.failed):
        QTest.keyClick(points.line, Qt.Key.Key_Return)

    assert texts(workspace, ada) == []
    assert len(points.line.text()) == 145


def test_what_one_had_begun_is_kept_for_whom_it_was_meant(
    qtbot: QtBot, points: KeyPoints, pane: PersonPane, workspace: Workspace, intents: Intents, ada: PersonId
) -> None:
    other = workspace.people.add(profile("Ben Okoro")).id
    note(workspace, ada, "First")
    QTest.keyClicks(points.line, "Half a thought about splints")
    with qtbot.waitSignal(intents.undoable):
        pane.show_person(other)

    assert texts(workspace, ada) == ["First", "Half a thought about splints"]
    assert texts(workspace, other) == []
    assert points.line.text() == ""


def test_what_cannot_be_kept_is_on_the_clipboard(
    points: KeyPoints, pane: PersonPane, workspace: Workspace, ada: PersonId
) -> None:
    other = workspace.people.add(profile("Ben Okoro")).id
    points.line.setText("x" * 145)
    pane.show_person(other)

    assert QGuiApplication.clipboard().text() == "x" * 145
    assert texts(workspace, ada) == texts(workspace, other) == []


def test_what_was_begun_about_somebody_who_is_deleted_does_no_harm(
    points: KeyPoints, pane: PersonPane, workspace: Workspace, ada: PersonId
) -> None:
    other = workspace.people.add(profile("Ben Okoro")).id
    points.line.setText("Half a thought")
    workspace.people.remove(ada)
    pane.show_person(other)

    assert QGuiApplication.clipboard().text() == "Half a thought"
    assert texts(workspace, other) == []


def test_while_one_sees_the_line_one_may_go_on_typing(
    points: KeyPoints, pane: PersonPane, workspace: Workspace, ada: PersonId
) -> None:
    QTest.keyClicks(points.line, "Half a thought")
    flush_all(pane)
    assert texts(workspace, ada) == []
    assert points.line.text() == "Half a thought"
    pane.close()
    flush_all(pane)
    assert texts(workspace, ada) == ["Half a thought"]


def test_what_one_had_begun_waits_until_many_people_have_come_in(
    qtbot: QtBot,
    points: KeyPoints,
    pane: PersonPane,
    workspace: Workspace,
    ada: PersonId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = workspace.people.add(profile("Ben Okoro")).id
    points.line.setText("Half a thought")
    with monkeypatch.context() as while_many_come_in:
        while_many_come_in.setattr("otnet_desktop.ui.unsaved._is_writing", [lambda: True])
        pane.show_person(other)
        assert texts(workspace, ada) == []
    qtbot.waitUntil(lambda: texts(workspace, ada) == ["Half a thought"])


def flush_all(pane: PersonPane) -> None:
    for keeper in pane.findChildren(Keeps):
        keeper.flush()


def test_a_long_link_does_not_count(points: KeyPoints) -> None:
    points.line.setText("Wrote the guide https://larchmont.example/" + "a" * 200)

    assert not points._hint.isVisible()


def test_five_are_the_most(points: KeyPoints, workspace: Workspace, ada: PersonId) -> None:
    note(workspace, ada, "1", "2", "3", "4")
    assert points.line.isVisible()
    note(workspace, ada, "1", "2", "3", "4", "5")

    assert not points.line.isVisible()


def test_a_row_tells_its_source_and_day(points: KeyPoints, workspace: Workspace, ada: PersonId) -> None:
    note(workspace, ada, "Supervises two students")

    assert row(points, 0).accessibleName() == "Supervises two students"
    assert row(points, 0).accessibleDescription() == "LinkedIn, today"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_dot_stands_before_the_text(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    made = KeyPointRow(0, KeyPoint("Supervises two students"), TODAY)
    made.setLayoutDirection(direction)
    qtbot.addWidget(made)
    made.resize(300, 40)
    made.show()

    text = made._text.geometry()
    room = text.left() if direction is Qt.LayoutDirection.LeftToRight else made.width() - text.right()
    assert room >= 20


def test_a_point_is_edited_in_place(qtbot: QtBot, points: KeyPoints, workspace: Workspace, ada: PersonId) -> None:
    note(workspace, ada, "First", "Second")
    identity = workspace.research.of(ada).key_points[1].id
    QTest.keyClick(row(points, 1), Qt.Key.Key_F2)
    editor = points._rows[1]
    assert isinstance(editor, KeyPointEditor)
    assert editor.text.text() == "Second"
    editor.text.setText("  Second,   better ")
    editor.link.setText("https://example.org")
    editor.seen.show_day(None)
    QTest.keyClick(editor.text, Qt.Key.Key_Return)

    changed = workspace.research.of(ada).key_points[1]
    assert (changed.text, changed.url, changed.seen_on, changed.id) == (
        "Second, better",
        "https://example.org",
        None,
        identity,
    )
    assert isinstance(points._rows[1], KeyPointRow)


def test_escape_leaves_the_point_as_it_was(
    qtbot: QtBot, points: KeyPoints, workspace: Workspace, ada: PersonId
) -> None:
    note(workspace, ada, "First")
    QTest.keyClick(row(points, 0), Qt.Key.Key_Return)
    editor = points._rows[0]
    assert isinstance(editor, KeyPointEditor)
    editor.text.setText("Other")
    QTest.keyClick(editor.text, Qt.Key.Key_Escape)

    assert texts(workspace, ada) == ["First"]
    assert row(points, 0).point.text == "First"


def test_an_edit_that_is_refused_stays_open(
    qtbot: QtBot, points: KeyPoints, workspace: Workspace, intents: Intents, ada: PersonId
) -> None:
    note(workspace, ada, "First")
    QTest.keyClick(row(points, 0), Qt.Key.Key_F2)
    editor = points._rows[0]
    assert isinstance(editor, KeyPointEditor)
    editor.text.setText("x" * 141)
    assert "1 too long" in editor._hint.text()
    with qtbot.waitSignal(intents.failed):
        editor._keep.click()

    assert points._rows[0] is editor
    assert editor.text.text() == "x" * 141


def test_a_change_elsewhere_does_not_close_the_editor(
    qtbot: QtBot, points: KeyPoints, workspace: Workspace, ada: PersonId
) -> None:
    note(workspace, ada, "First")
    QTest.keyClick(row(points, 0), Qt.Key.Key_F2)
    editor = points._rows[0]
    assert isinstance(editor, KeyPointEditor)
    editor.text.setText("Being typed")

    workspace.research.save_notes(ada, "Something else")

    assert points._rows[0] is editor
    assert editor.text.text() == "Being typed"


def test_a_change_elsewhere_leaves_the_rows_alone(points: KeyPoints, workspace: Workspace, ada: PersonId) -> None:
    note(workspace, ada, "First")
    before = points._rows[0]

    workspace.research.save_notes(ada, "Something else")

    assert points._rows[0] is before


def test_points_are_ordered_by_keys(qtbot: QtBot, points: KeyPoints, workspace: Workspace, ada: PersonId) -> None:
    note(workspace, ada, "1", "2", "3")
    QTest.keyClick(row(points, 2), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(workspace, ada) == ["1", "3", "2"]
    assert points.window().focusWidget() is points._rows[1]

    QTest.keyClick(row(points, 0), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(workspace, ada) == ["1", "3", "2"]
    QTest.keyClick(row(points, 0), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(workspace, ada) == ["3", "1", "2"]


def test_a_deleted_point_can_be_brought_back(
    qtbot: QtBot, points: KeyPoints, workspace: Workspace, intents: Intents, ada: PersonId
) -> None:
    note(workspace, ada, "1", "2")
    with qtbot.waitSignal(intents.undoable):
        QTest.keyClick(row(points, 0), Qt.Key.Key_Delete)
    assert texts(workspace, ada) == ["2"]

    workspace.history.undo()
    assert texts(workspace, ada) == ["1", "2"]
    assert [r.point.text for r in points._rows if isinstance(r, KeyPointRow)] == ["1", "2"]


# -- the card --------------------------------------------------------------------------------------------------


def test_three_are_enough_to_write(
    qtbot: QtBot, card: ResearchCard, workspace: Workspace, intents: Intents, ada: PersonId
) -> None:
    note(workspace, ada, "1", "2")
    assert not card._enough.isVisible()
    note(workspace, ada, "1", "2", "3")
    assert card._enough.isVisible()

    with qtbot.waitSignal(intents.compose_wanted) as wanted:
        card._write.click()
    assert wanted.args == [ada, "", ""]


def test_what_is_old_is_marked_and_looked_at_again(
    card: ResearchCard, workspace: Workspace, clock: SettableClock, ada: PersonId
) -> None:
    note(workspace, ada, "1")
    clock.advance(days=179)
    workspace.reminders.look_at_everyone()
    assert not card._age.isVisible()
    clock.advance(days=2)
    workspace.reminders.look_at_everyone()
    assert card._age.isVisible()
    assert "6 months ago" in card._age._said.text()

    card._age.button.click()

    assert not card._age.isVisible()


def test_how_one_knows_is_chosen_beside_the_source_and_read_aloud(
    points: KeyPoints, workspace: Workspace, ada: PersonId
) -> None:
    note(workspace, ada, "Wrote the guide")
    QTest.keyClick(row(points, 0), Qt.Key.Key_F2)
    editor = points._rows[0]
    assert isinstance(editor, KeyPointEditor)
    editor.resize(900, editor.sizeHint().height())
    assert len({w.mapTo(editor, w.rect().center()).y() for w in (editor.source, editor.link, editor.confidence)}) == 1
    editor.confidence.choose("told")
    editor._keep.click()

    assert workspace.research.of(ada).key_points[0].confidence is Confidence.TOLD
    assert row(points, 0).accessibleDescription() == "LinkedIn, today, I was told"


def test_words_that_may_tell_who_a_client_is_are_named_and_taken_out(
    points: KeyPoints, workspace: Workspace, ada: PersonId
) -> None:
    note(
        workspace, ada, "Spoke of her client Maria S. on stage", "Likes every client", "Maria S. plays", "MRN 00123456"
    )
    assert points.privacy.isVisible()
    points.privacy._remove.click()
    assert texts(workspace, ada) == ["Spoke of her on stage", "Likes every client", "Maria S. plays"]
    assert not points.privacy.isVisible()
    workspace.history.undo()
    assert points.privacy.isVisible()
