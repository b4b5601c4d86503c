"""The window as a whole, with panes that only remember whom they were shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotAllowed, NotSaved, OtnetError
from otnet_desktop.domain.facts import InKind
from otnet_desktop.domain.messages import Reply
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.roster import Chip
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.geometry import Kept, clamped
from otnet_desktop.ui.main_window import MainWindow
from otnet_desktop.ui.panes import Panes
from otnet_desktop.ui.people.jump_palette import JumpPalette
from otnet_desktop.ui.tasks import Tasks
from otnet_desktop.ui.theme.theme import Scheme, Theme
from otnet_desktop.ui.widgets.toast import Toast
from otnet_desktop.ui.window_life import WindowLife
from tests.factories import NOW, profile
from tests.services.clocks import BOSTON, SettableClock


class Pane(QWidget):
    """Has a field to take the focus, and remembers."""

    def __init__(self, *_made_of: object) -> None:
        super().__init__()
        self.shown = 0
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def show_person(self, person: int) -> None:
        self.shown = person


PANES = Panes(Pane, Pane, Pane, Pane, Pane, Pane)


@pytest.fixture
def ann(workspace: Workspace) -> PersonId:
    return workspace.people.add(profile("Ann Archer")).id


@pytest.fixture
def bea(workspace: Workspace) -> PersonId:
    return workspace.people.add(profile("Bea Brown")).id


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


@pytest.fixture(autouse=True)
def _named(qapp: QApplication) -> Iterator[None]:
    qapp.setApplicationDisplayName("OTnet Desktop")
    yield
    qapp.setApplicationDisplayName("")


@pytest.fixture
def window(qtbot: QtBot, kept: Kept) -> MainWindow:
    made = MainWindow(kept)
    made.furnish(lambda: (NOW, BOSTON))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def life(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tasks: Tasks, ann: PersonId, bea: PersonId
) -> WindowLife:
    window.show()
    made = WindowLife(window, workspace, tasks, PANES)
    window.activateWindow()
    qtbot.waitActive(window).__enter__()
    return made


def do(life: WindowLife, act: Act) -> None:
    life.actions[act].trigger()


def focus_pane(window: MainWindow) -> str:
    panes = {"top": window.top, "rail": window.rail, "list": window.people, "follow-ups": window.follow_ups}
    panes |= dict(zip(("person", "timeline"), window.page.panes()[1:], strict=True))
    focused = QApplication.focusWidget()
    return next((name for name, pane in panes.items() if focused is not None and pane.isAncestorOf(focused)), "")


def test_the_first_frame_shows_people_before_the_data_are_open(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, ann: PersonId
) -> None:
    rows = workspace.roster.rows([ann])
    window.show_first(rows, 3)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.people.view.model().index(0, 0).data() == "Ann Archer"
    assert window.windowTitle() == "3 due - OTnet Desktop"


def test_somebody_is_shown_in_every_pane(life: WindowLife, window: MainWindow, ann: PersonId, bea: PersonId) -> None:
    person, timeline = window.page.panes()[1:]
    assert isinstance(person, Pane)
    assert isinstance(timeline, Pane)
    assert (person.shown, timeline.shown) == (ann, ann)
    window.intents.person_wanted.emit(bea)
    assert (person.shown, timeline.shown, window.people.view.current_person()) == (bea, bea, bea)


def test_what_is_due_is_counted_alike_everywhere(
    qtbot: QtBot, life: WindowLife, window: MainWindow, workspace: Workspace, clock: SettableClock, ann: PersonId
) -> None:
    assert window.windowTitle() == "OTnet Desktop"
    workspace.outreach.log_reply(Reply(ann, InKind.QUESTION))
    clock.advance(days=5)
    workspace.reminders.tick()
    qtbot.waitUntil(lambda: window.windowTitle() == "1 due - OTnet Desktop")
    window.top.due_wanted.emit()
    assert window.people.filters.list_view().chip is Chip.DUE
    assert window.people.view.model().rowCount() == len(workspace.reminders.due()) == 1


def test_log_is_about_whoever_is_shown(qtbot: QtBot, life: WindowLife, window: MainWindow, bea: PersonId) -> None:
    window.intents.person_wanted.emit(bea)
    (log,) = [each for each in window.top.findChildren(QPushButton) if each.accessibleName() == "Log a contact"]
    with qtbot.waitSignal(window.intents.log_wanted) as wanted:
        log.click()
    assert wanted.args == [bea]


def test_undo_says_what_it_takes_back_and_takes_it_back(
    life: WindowLife, workspace: Workspace, window: MainWindow, bea: PersonId
) -> None:
    assert life.actions[Act.UNDO].text() == "&Undo: Add person"
    assert not life.actions[Act.REDO].isEnabled()
    do(life, Act.UNDO)
    assert window.people.view.model().rowCount() == 1
    assert life.actions[Act.REDO].text() == "&Redo: Add person"
    do(life, Act.REDO)
    assert window.people.view.model().rowCount() == 2


def test_archiving_offers_to_take_it_back(
    life: WindowLife, window: MainWindow, workspace: Workspace, ann: PersonId
) -> None:
    do(life, Act.ARCHIVE)
    assert workspace.people.get(ann).status is Status.ARCHIVED
    toast = window.findChild(Toast)
    assert isinstance(toast, Toast)
    assert toast.isVisible()
    toast.undo_chosen.emit()
    assert workspace.people.get(ann).status is Status.ACTIVE


def test_a_message_takes_back_what_it_tells_of_and_nothing_newer(
    life: WindowLife, window: MainWindow, workspace: Workspace, ann: PersonId
) -> None:
    do(life, Act.ARCHIVE)
    workspace.people.keep_in_touch(ann, 30)
    (toast,) = window.findChildren(Toast)
    toast.undo_chosen.emit()
    assert window.banner.isVisible()
    assert workspace.people.get(ann).status is Status.ARCHIVED
    assert workspace.people.cadence(ann) == 30


def test_deleting_shows_somebody_else_and_can_be_undone(
    life: WindowLife, window: MainWindow, workspace: Workspace, ann: PersonId, bea: PersonId
) -> None:
    do(life, Act.DELETE_PERSON)
    assert (window.person, window.people.view.model().rowCount()) == (bea, 1)
    do(life, Act.UNDO)
    assert workspace.people.get(ann).profile.given == "Ann"


@pytest.mark.parametrize(("act", "use_case"), [(Act.ARCHIVE, "set_status"), (Act.DELETE_PERSON, "remove")])
def test_what_was_not_saved_is_not_said_to_be_done(
    life: WindowLife,
    window: MainWindow,
    workspace: Workspace,
    ann: PersonId,
    monkeypatch: pytest.MonkeyPatch,
    act: Act,
    use_case: str,
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise NotSaved("Not saved: the disk is full.", "Free some space.")

    monkeypatch.setattr(workspace.people, use_case, full)
    do(life, act)
    assert window.banner.isVisible()
    assert window.person == ann
    assert not any(toast.isVisible() for toast in window.findChildren(Toast))
    assert not life.actions[Act.ARCHIVE].isChecked()


def test_whoever_asked_not_to_be_contacted_is_not_archived_besides(
    life: WindowLife, window: MainWindow, workspace: Workspace, ann: PersonId
) -> None:
    workspace.people.set_status(ann, Status.DO_NOT_CONTACT)
    window.people.show_person(0)
    window.show_person(ann)
    assert not life.actions[Act.ARCHIVE].isEnabled()


def test_whoever_is_not_to_be_contacted_is_not_written_to_by_key(
    life: WindowLife, window: MainWindow, workspace: Workspace, ann: PersonId, bea: PersonId
) -> None:
    assert life.actions[Act.WRITE].isEnabled()
    workspace.people.set_status(ann, Status.DO_NOT_CONTACT)
    assert not life.actions[Act.WRITE].isEnabled()
    window.intents.person_wanted.emit(bea)
    assert life.actions[Act.WRITE].isEnabled()


def test_what_is_refused_about_one_person_is_not_said_of_the_next(
    life: WindowLife, window: MainWindow, bea: PersonId
) -> None:
    window.intents.failed.emit(NotAllowed("They asked not to be contacted.", "Notes stay; writing is closed."))
    assert window.banner.isVisible()
    window.intents.person_wanted.emit(bea)
    assert not window.banner.isVisible()
    window.intents.failed.emit(NotSaved("Not saved: the disk is full.", "Free some space."))
    window.intents.person_wanted.emit(window.people.first_person())
    assert window.banner.isVisible(), "a full disk is everybody's"


def test_a_failure_is_told_calmly_and_can_be_closed(life: WindowLife, window: MainWindow) -> None:
    window.intents.failed.emit(NotSaved("Not saved: the disk is full.", "Free some space."))
    assert window.banner.isVisible()
    window.banner.forget_failure()
    assert not window.banner.isVisible()


def test_nothing_can_be_done_any_more_once_it_cannot_go_on(life: WindowLife, window: MainWindow) -> None:
    window.show_trouble(OtnetError("The program could not start."))
    assert not any(part.isEnabled() for part in (window.top, window.rail, window.follow_ups, window.menuBar()))


def test_f6_walks_the_panes_and_remembers_where_one_was(life: WindowLife, window: MainWindow) -> None:
    window.resize(1400, 800)
    window.people.view.setFocus()
    walked = [focus_pane(window)]
    for _ in range(6):
        do(life, Act.NEXT_PANE)
        walked.append(focus_pane(window))
    assert walked == ["list", "person", "timeline", "follow-ups", "top", "rail", "list"]
    assert window.people.view.hasFocus()
    do(life, Act.PREVIOUS_PANE)
    assert focus_pane(window) == "rail"


def test_esc_goes_back_step_by_step(
    qtbot: QtBot, life: WindowLife, window: MainWindow, ann: PersonId, bea: PersonId
) -> None:
    window.intents.person_wanted.emit(bea)
    do(life, Act.COMPASS)
    do(life, Act.SEARCH)
    QTest.keyClicks(window.top.search, "an")
    assert window.rail.chosen_key() == "people", "typing shows where one finds"
    do(life, Act.BACK)
    assert window.top.search.text() == ""
    assert (window.person, window.people.view.hasFocus()) == (bea, True)
    do(life, Act.BACK)
    assert window.person == ann


def test_enter_in_the_search_goes_to_the_person(
    qtbot: QtBot, life: WindowLife, window: MainWindow, bea: PersonId
) -> None:
    do(life, Act.SEARCH)
    QTest.keyClicks(window.top.search, "bea")
    QTest.keyClick(window.top.search, Qt.Key.Key_Return)
    assert (window.person, focus_pane(window)) == (bea, "person")


def test_ctrl_k_jumps_to_anyone(qtbot: QtBot, life: WindowLife, window: MainWindow, bea: PersonId) -> None:
    window.top.search.setText("ann")
    do(life, Act.COMPASS)
    do(life, Act.JUMP)
    (palette,) = window.findChildren(JumpPalette)
    QTest.keyClicks(palette._field, "bro")
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    assert (window.person, window.rail.chosen_key()) == (bea, "people")
    assert (window.top.search.text(), window.people.view.current_person()) == ("", bea)


def test_help_is_about_where_one_is(qtbot: QtBot, life: WindowLife, window: MainWindow) -> None:
    window.page.panes()[1].setProperty("helpPage", "person")
    pane = window.page.panes()[1]
    assert isinstance(pane, Pane)
    pane.field.setFocus()
    with qtbot.waitSignal(window.intents.help_wanted) as wanted:
        do(life, Act.HELP)
    assert wanted.args == ["person"]


def test_the_timeline_folds_first_and_stays_within_reach(life: WindowLife, window: MainWindow) -> None:
    window.resize(1280, 800)
    person, timeline = window.page.panes()[1:]
    assert (person.isVisible(), timeline.isVisible()) == (True, True)
    window.resize(1024, 768)
    assert (window.people.isVisible(), person.isVisible(), timeline.isVisible()) == (True, True, False)
    do(life, Act.SHOW_TIMELINE)
    assert (window.people.isVisible(), person.isVisible(), timeline.isVisible()) == (True, False, True)
    do(life, Act.SHOW_TIMELINE)
    assert person.isVisible()
    window.resize(1280, 800)
    assert (person.isVisible(), timeline.isVisible()) == (True, True)
    assert timeline.width() >= 250


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_it_fits_a_small_screen(life: WindowLife, window: MainWindow, theme: Theme, text_scale: float) -> None:
    theme.choose(Scheme.LIGHT, text_scale)
    window.resize(1024, 768)
    assert (window.width(), window.height()) == (1024, 768)


def test_size_place_and_choice_come_back(
    qtbot: QtBot, life: WindowLife, window: MainWindow, kept: Kept, tmp_path: Path, bea: PersonId
) -> None:
    window.setGeometry(30, 40, 700, 600)
    window.intents.person_wanted.emit(bea)
    do(life, Act.JOURNEY)
    window.close()
    assert (tmp_path / "window.ini").stat().st_mode & 0o777 == 0o600
    again = Kept(tmp_path)
    assert (again.page(), again.person()) == ("journey", bea)
    other = MainWindow(again)
    qtbot.addWidget(other)
    assert other.size() == window.size()


def test_a_first_window_leaves_room_for_its_frame(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    Kept(tmp_path).restore_window(window)
    room = window.screen().availableGeometry().size()
    assert window.height() < room.height()
    assert window.width() < room.width()


def test_a_damaged_file_of_sizes_is_as_none(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\nwidths=7\nperson=x\nscheme=pink\ngeometry=@ByteArray(x)\n")
    kept = Kept(tmp_path)
    assert (kept.widths(), kept.person(), kept.scheme()) == ([], 0, Scheme.SYSTEM)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (QRect(100, 100, 500, 400), QRect(100, 100, 500, 400)),
        (QRect(-300, 2000, 500, 400), QRect(0, 368, 500, 400)),
        (QRect(10, 10, 4000, 3000), QRect(0, 0, 1024, 768)),
    ],
)
def test_a_window_is_never_off_the_screen(wanted: QRect, fits: QRect) -> None:
    assert clamped(wanted, QRect(0, 0, 1024, 768)) == fits
