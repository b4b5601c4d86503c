"""Notes that save themselves, and a preview that fetches nothing."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QFocusEvent, QFont, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research import notes_preview
from otnet_desktop.ui.research.autosave import PAUSE_MS
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.research.keepers import PersonKeeper
from otnet_desktop.ui.research.markdown_highlighter import MarkdownHighlighter
from otnet_desktop.ui.research.notes_editor import HIGHLIGHTED_UP_TO, NotesEditor
from otnet_desktop.ui.research.notes_preview import SHOWN_AT_MOST, NotesPreview
from otnet_desktop.ui.research.typesetting import blocks_of
from tests.factories import profile


@pytest.fixture
def notes(qtbot: QtBot, workspace: Workspace, intents: Intents, ada: PersonId) -> NotesEditor:
    made = NotesEditor(intents, workspace.privacy)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    made.turn_to(PersonKeeper(workspace, ada))
    made.show_notes("")
    return made


def kept(workspace: Workspace, person: PersonId) -> str:
    return workspace.research.of(person).notes


def is_coloured(notes: NotesEditor) -> bool:
    return notes._highlighter is not None


def lose_focus(notes: NotesEditor, to: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
    QApplication.sendEvent(notes._source, QFocusEvent(QEvent.Type.FocusOut, to))


def test_what_is_typed_is_saved_within_the_promise(
    qtbot: QtBot, notes: NotesEditor, workspace: Workspace, ada: PersonId
) -> None:
    assert PAUSE_MS < 600
    QTest.keyClicks(notes._source, "Hello")
    assert kept(workspace, ada) == ""

    qtbot.waitUntil(lambda: kept(workspace, ada) == "Hello", timeout=2000)

    assert notes._mark.accessibleName() == "Saved"
    assert notes._mark.isVisible()


def test_typing_on_does_not_put_the_save_off(qtbot: QtBot, notes: NotesEditor, workspace: Workspace) -> None:
    QTest.keyClicks(notes._source, "a")
    due = notes._autosave._timer.remainingTime()
    QTest.keyClicks(notes._source, "bcdef", delay=5)

    assert notes._autosave._timer.remainingTime() < due


def test_leaving_the_field_saves_at_once_and_ends_the_sitting(
    qtbot: QtBot, notes: NotesEditor, workspace: Workspace, ada: PersonId
) -> None:
    QTest.keyClicks(notes._source, "One")
    lose_focus(notes)
    assert kept(workspace, ada) == "One"
    QTest.keyClicks(notes._source, " two")
    lose_focus(notes)

    workspace.history.undo()
    assert kept(workspace, ada) == "One"


def test_a_menu_saves_at_once_and_goes_on_with_the_sitting(
    notes: NotesEditor, workspace: Workspace, ada: PersonId
) -> None:
    QTest.keyClicks(notes._source, "One")
    lose_focus(notes, Qt.FocusReason.PopupFocusReason)
    assert kept(workspace, ada) == "One"
    QTest.keyClicks(notes._source, " two")
    lose_focus(notes)

    workspace.history.undo()
    assert kept(workspace, ada) == ""


def test_one_sitting_is_one_step(qtbot: QtBot, notes: NotesEditor, workspace: Workspace, ada: PersonId) -> None:
    for word in ("One ", "two ", "three"):
        QTest.keyClicks(notes._source, word)
        notes._autosave.flush()
    assert kept(workspace, ada) == "One two three"

    workspace.history.undo()

    assert kept(workspace, ada) == ""


def test_an_undo_elsewhere_is_seen_and_typing_is_never_overwritten(
    qtbot: QtBot, notes: NotesEditor, workspace: Workspace, ada: PersonId
) -> None:
    notes.show_notes("From elsewhere")
    assert notes._source.toPlainText() == "From elsewhere"
    QTest.keyClicks(notes._source, "!")

    notes.show_notes("Something older")

    assert "!" in notes._source.toPlainText()
    assert "older" not in notes._source.toPlainText()


def test_showing_notes_saves_nothing(notes: NotesEditor, workspace: Workspace) -> None:
    before = workspace.history.undo_title()
    notes.show_notes("Shown only")
    notes.save_now()

    assert workspace.history.undo_title() == before


def test_what_could_not_be_saved_never_reaches_somebody_else_and_comes_back(
    notes: NotesEditor, workspace: Workspace, ada: PersonId, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = workspace.people.add(profile("Bo Ek")).id
    workspace.research.save_notes(bo, "About Bo")

    def full(*_args: object, **_more: object) -> None:
        raise NotSaved("Not saved: the disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(workspace.research, "save_notes", full)
        QTest.keyClicks(notes._source, "About Ada")
        notes.turn_to(PersonKeeper(workspace, bo))
        notes.show_notes("About Bo")
        assert notes._source.toPlainText() == "About Bo"

    notes.save_now()
    assert kept(workspace, bo) == "About Bo"
    notes.turn_to(PersonKeeper(workspace, ada))
    notes.show_notes("")
    assert notes._source.toPlainText() == "About Ada"
    notes.save_now()
    assert kept(workspace, ada) == "About Ada"


def test_a_save_that_failed_is_told_and_tried_again(
    qtbot: QtBot,
    notes: NotesEditor,
    workspace: Workspace,
    intents: Intents,
    ada: PersonId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise NotSaved("Not saved: the disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(workspace.research, "save_notes", full)
        QTest.keyClicks(notes._source, "Kept")
        with qtbot.waitSignal(intents.failed):
            notes._autosave.flush()
        assert notes._mark.accessibleName() == "Not saved"
        notes.show_notes("")
        assert notes._source.toPlainText() == "Kept"

    notes.save_now()
    assert kept(workspace, ada) == "Kept"


def test_tab_leaves_the_field(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    text, after = GrowingText("Notes"), QLineEdit()
    column.addWidget(text)
    column.addWidget(after)
    qtbot.addWidget(page)
    page.show()
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)

    assert page.focusWidget() is after
    assert text.toPlainText() == ""


def test_the_field_grows_with_its_lines_up_to_a_limit(qtbot: QtBot) -> None:
    text = GrowingText("Notes", least=2, most=5)
    qtbot.addWidget(text)
    text.resize(300, 200)
    text.show()
    heights = []
    for lines in (1, 2, 4, 5, 500):
        text.setPlainText("\n".join("line" for _ in range(lines)))
        heights.append(text.sizeHint().height())

    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]

    text.setPlainText("word " * 40)  # one paragraph that wraps
    assert text.sizeHint().height() > heights[1]


def test_the_pane_around_it_follows_the_caret(qtbot: QtBot) -> None:
    page, pane = QWidget(), QScrollArea()
    text = GrowingText("Notes")
    QVBoxLayout(page).addWidget(text)
    pane.setWidget(page)
    pane.setWidgetResizable(True)
    pane.resize(300, 120)
    qtbot.addWidget(pane)
    pane.show()
    text.setFocus()

    def caret() -> int:
        return text.viewport().mapTo(pane.viewport(), text.cursorRect().bottomLeft()).y()

    for _ in range(12):
        QTest.keyClick(text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.verticalScrollBar().value() > 0 and 0 < caret() <= pane.viewport().height())
    QTest.keyClick(text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: 0 < caret() <= pane.viewport().height())


def test_a_megabyte_stays_usable(qtbot: QtBot, notes: NotesEditor, workspace: Workspace, ada: PersonId) -> None:
    long = "A line about the sensory path, with **bold** words.\n" * 20_000
    notes.show_notes(long)
    assert not is_coloured(notes)
    assert notes.sizeHint().height() < 2000

    QTest.keyClicks(notes._source, "x")
    notes._autosave.flush()
    assert len(kept(workspace, ada)) == len(long) + 1

    notes._toggle.click()
    assert len(notes._preview.toPlainText()) <= SHOWN_AT_MOST

    notes.turn_to(PersonKeeper(workspace, ada))
    notes.show_notes("short")
    assert is_coloured(notes)
    assert len(long) > HIGHLIGHTED_UP_TO


# -- preview ---------------------------------------------------------------------------------------------------


def test_the_preview_is_one_button_away_and_back(
    qtbot: QtBot, notes: NotesEditor, workspace: Workspace, ada: PersonId
) -> None:
    QTest.keyClicks(notes._source, "# Title")
    notes._toggle.click()

    assert notes._preview.isVisible()
    assert not notes._source.isVisible()
    assert notes._preview.toPlainText() == "Title"
    assert kept(workspace, ada) == "# Title"

    notes._toggle.click()
    assert notes._source.toPlainText() == "# Title"
    assert notes._source.isVisible()


def test_the_preview_loads_nothing_and_shows_no_html(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"")
    asked: list[str] = []

    class Spy(NotesPreview):
        def loadResource(self, kind: int, name: QUrl | str) -> object:
            asked.append(QUrl(name).toString())
            return super().loadResource(kind, name)

    preview = Spy()
    qtbot.addWidget(preview)
    preview.show_notes(f"![face](file://{picture}) ![far](http://example.org/x.png) <b>bold</b> <img src='{picture}'>")
    preview.show()
    preview.grab()

    for kind in (QTextDocument.ResourceType.ImageResource.value, QTextDocument.ResourceType.StyleSheetResource.value):
        assert preview.loadResource(kind, QUrl.fromLocalFile(str(picture))) is None
    assert "<b>" in preview.toPlainText()


@pytest.mark.parametrize(
    ("target", "opens"),
    [
        ("https://example.org/a", True),
        ("https://example.org/a%20b", True),
        ("mailto:ada@example.org", True),
        ("javascript:alert(1)", False),
        ("file:///bin/ls", False),
        ("other.md", False),
    ],
)
def test_only_safe_links_open(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, target: str, opens: bool) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr("otnet_desktop.ui.widgets.links.QDesktopServices.openUrl", opened.append)
    preview = NotesPreview()
    qtbot.addWidget(preview)
    preview.show_notes(f"[there]({target})")
    preview.anchorClicked.emit(QUrl(target))

    assert bool(opened) is opens
    assert not preview.openLinks()  # Qt's own way would open anything
    assert "there" in preview.toPlainText()


# -- highlighting ----------------------------------------------------------------------------------------------


def looks(line: str) -> list[tuple[str, bool, bool]]:
    """The coloured parts of a line: text, whether bold, whether italic."""
    document = QTextDocument(line)
    highlighter = MarkdownHighlighter(document)
    highlighter.rehighlight()
    parts = []
    for part in document.firstBlock().layout().formats():
        style = part.format
        text = line[part.start : part.start + part.length]
        parts.append((text, style.fontWeight() == QFont.Weight.DemiBold, style.fontItalic()))
    highlighter.setDocument(None)
    return parts


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("plain words, 2 * 3 and snake_case_names", []),
        ("## Heading", [("## ", True, False), ("Heading", True, False)]),
        ("#nothing", []),
        ("say **this** now", [("**this**", True, False)]),
        ("say *this* now", [("*this*", False, True)]),
        ("- item", [("- ", True, False)]),
        ("12. item", [("12. ", True, False)]),
        ("- [ ] to do", [("- [ ] ", True, False)]),
        ("- [x] done", [("- [x] ", True, False), ("done", False, False)]),
        ("> quoted", [("> ", False, False), ("quoted", False, False)]),
        ("see https://example.org now", [("https://example.org", False, False)]),
    ],
)
def test_markdown_is_lightly_marked(qtbot: QtBot, line: str, parts: list[tuple[str, bool, bool]]) -> None:
    assert looks(line) == parts


def test_a_pasted_page_on_one_line_is_left_alone(qtbot: QtBot) -> None:
    assert looks("# " + "x" * 3000) == []


TASKS = "# Before I write\n\n- [ ] read the guide\n- [x] find the talk\n\nThat is all."


def reading(notes: NotesEditor, text: str) -> NotesPreview:
    notes.show_notes(text)
    notes._toggle.click()
    return notes._preview


def box_of(preview: NotesPreview, text: str) -> QPoint:
    """Where the box before that line is."""
    block = next(b for b in blocks_of(preview.document()) if b.text().startswith(text))
    layout = preview.document().documentLayout()
    line = layout.blockBoundingRect(block)
    for x in range(int(line.center().x())):
        at = QPointF(x, line.center().y())
        if layout.blockWithMarkerAt(at) == block:
            return at.toPoint()
    raise AssertionError(f"no box before {text}")


def test_a_box_of_the_preview_ticks_the_text_and_undo_takes_it_back(
    notes: NotesEditor, workspace: Workspace, ada: PersonId
) -> None:
    workspace.research.save_notes(ada, TASKS)
    preview = reading(notes, TASKS)

    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=box_of(preview, "read"))
    assert kept(workspace, ada) == TASKS.replace("[ ] read", "[x] read")
    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=box_of(preview, "find"))
    assert kept(workspace, ada) == TASKS.replace("[ ] read", "[x] read").replace("[x] find", "[ ] find")

    workspace.history.undo()
    assert kept(workspace, ada) == TASKS.replace("[ ] read", "[x] read")
    workspace.history.undo()
    assert kept(workspace, ada) == TASKS


def test_space_ticks_the_task_of_the_line_and_the_caret_stays(
    notes: NotesEditor, workspace: Workspace, ada: PersonId
) -> None:
    workspace.research.save_notes(ada, TASKS)
    preview = reading(notes, TASKS)
    QTest.keyClick(preview, Qt.Key.Key_Space)  # a heading is no task
    QTest.keyClick(preview, Qt.Key.Key_Down)
    place = preview.textCursor().position()
    assert preview.textCursor().block().text() == "read the guide"

    QTest.keyClick(preview, Qt.Key.Key_Space)

    assert "- [x] read the guide" in kept(workspace, ada)
    assert preview.textCursor().position() == place
    QTest.keyClick(preview, Qt.Key.Key_Space)
    assert "- [ ] read the guide" in kept(workspace, ada)


def test_how_a_task_stands_is_told_to_who_cannot_see_its_box(
    qtbot: QtBot, notes: NotesEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(notes_preview, "QAccessibleAnnouncementEvent", lambda _preview, said: said)
    monkeypatch.setattr(notes_preview, "QAccessible", SimpleNamespace(updateAccessibility=told.append))
    preview = reading(notes, "# Plan\n\n- [ ] read the guide\n- [x] call Bo\n\nand rest")
    assert preview.accessibleDescription() == "1 of 2 tasks done"
    notes.activateWindow()
    preview.setFocus()
    qtbot.waitUntil(preview.hasFocus)
    assert told == [], "a heading is no task"
    for _line in range(3):
        QTest.keyClick(preview, Qt.Key.Key_Down)
    assert told == ["to do", "done"]
    QTest.keyClick(preview, Qt.Key.Key_Up)
    QTest.keyClick(preview, Qt.Key.Key_Right)
    QTest.keyClick(preview, Qt.Key.Key_Space)
    assert told == ["to do", "done", "done", "to do"]
    assert preview.accessibleDescription() == "0 of 2 tasks done"


def test_where_the_text_and_the_preview_disagree_about_tasks_nothing_is_ticked(
    notes: NotesEditor, workspace: Workspace, ada: PersonId
) -> None:
    odd = "Some code:\n\n    - [ ] this is code to Markdown\n\n- [ ] a task"
    preview = reading(notes, odd)
    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=box_of(preview, "a task"))
    assert kept(workspace, ada) == ""


def test_words_that_may_tell_who_a_client_is_are_named(notes: NotesEditor, workspace: Workspace, ada: PersonId) -> None:
    QTest.keyClicks(notes._source, "Her patient Maria S. paints.")
    notes.save_now()
    assert notes.hint.isVisible()
    notes.hint._remove.click()
    assert kept(workspace, ada) == "Her paints."
    assert not notes.hint.isVisible()


def test_what_was_looked_at_is_not_told_again_about_anybody(
    notes: NotesEditor, workspace: Workspace, ada: PersonId
) -> None:
    QTest.keyClicks(notes._source, "Mrs Lee teaches stroke care.")
    notes.save_now()
    notes.hint._keep.click()
    assert not notes.hint.isVisible()
    other = workspace.people.add(profile("Ben Brown")).id
    notes.turn_to(PersonKeeper(workspace, other))
    notes.show_notes("mrs  lee teaches stroke care.")
    assert not notes.hint.isVisible()
    workspace.history.undo()
    workspace.history.undo()
    notes.show_notes("Mrs Lee teaches stroke care.")
    assert notes.hint.isVisible()
