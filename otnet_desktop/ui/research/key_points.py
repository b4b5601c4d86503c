"""The key points of a person or a place: none to five, added by one line and Enter.

Public: ``KeyPoints(workspace, intents)`` with ``turn_to(keeper)``, ``show_points(points)``, ``add_one()`` (focus
``line``) and ``add(point)`` (whether it was kept).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from otnet_desktop.domain.research import KEY_POINT_LENGTH, KEY_POINTS_MOST, KeyPoint, point_from_line, swapped
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.kept_parts import tell_what_is_left
from otnet_desktop.ui.meetings.privacy_hint import PrivacyHint
from otnet_desktop.ui.research.half_typed import HalfTyped
from otnet_desktop.ui.research.keepers import Keeper
from otnet_desktop.ui.research.key_point_editor import KeyPointEditor, length_hint
from otnet_desktop.ui.research.key_point_row import KeyPointRow
from otnet_desktop.ui.set_aside import set_aside_in
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.unsaved import Unsaved, must_wait
from otnet_desktop.ui.widgets.following_line import FollowingLine
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.tab_order import tab_before

COUNTED_FROM = 100
"""The characters left are only told once they become few."""


class KeyPoints(QWidget):
    """Rows, one of which may be open for editing, and the line below."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._keeper: Keeper | None = None
        self._points: tuple[KeyPoint, ...] = ()
        self._rows: list[KeyPointRow | KeyPointEditor] = []
        self._editing: int | None = None
        self._editor: KeyPointEditor | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.line = FollowingLine()
        self.line.setAccessibleName(self.tr("Add a key point"))
        self.line.setPlaceholderText(self.tr("Add one thing worth knowing, then Enter"))
        self.line.returnPressed.connect(self._add)
        self.line.textChanged.connect(self._count)
        self._half_typed = HalfTyped(self.line, self._keep_half_typed)
        self._hint = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self._hint.hide()
        self.privacy = PrivacyHint(workspace.privacy)
        self.privacy.removed.connect(self._take_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(self._list)
        column.addWidget(self.line)
        column.addWidget(self._hint)
        column.addWidget(self.privacy)

    def turn_to(self, keeper: Keeper) -> None:
        """Somebody else's points come next."""
        self._half_typed.settle()
        self._keeper = keeper
        self._editing, self._editor = None, None
        self._points = ()

    def show_points(self, points: tuple[KeyPoint, ...]) -> None:
        """Show these; one that is being edited stays open as long as it is there."""
        self.privacy.look_at(*(point.text for point in points))
        if points == self._points and len(self._rows) == len(points):
            return
        editing = self._editing
        if editing is not None:
            edited = self._points[editing].id
            self._editing = next((n for n, point in enumerate(points) if point.id == edited), None)
        self._points = points
        self._lay_out(self._focused())

    def add_one(self) -> None:
        """The next step is to note one thing."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, point: KeyPoint) -> bool:
        """Keep one more."""
        return self._save((*self._points, point))

    def _lay_out(self, focused: int | None) -> None:
        gone = [row for row in self._rows if self._editing is None or row is not self._editor]
        self._rows = [self._made(position, point) for position, point in enumerate(self._points)]
        for row in self._rows:
            self._list.addWidget(row)
            row.show()
        tab_before(self.line, [stop for row in self._rows for stop in row.stops()])
        if focused is not None and self._rows:
            self._rows[min(focused, len(self._rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        for row in gone:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.line.setVisible(len(self._points) < KEY_POINTS_MOST)
        self._count(self.line.text())

    def _made(self, position: int, point: KeyPoint) -> KeyPointRow | KeyPointEditor:
        if position == self._editing:
            self._editor = self._editor or self._made_editor(point)
            return self._editor
        row = KeyPointRow(position, point, self._today())
        row.edit_wanted.connect(self._edit)
        row.delete_wanted.connect(self._delete)
        row.move_wanted.connect(self._move)
        return row

    def _made_editor(self, point: KeyPoint) -> KeyPointEditor:
        editor = KeyPointEditor(point, self._today())
        editor.setFocusProxy(editor.text)
        editor.accepted.connect(self._keep)
        editor.cancelled.connect(self._stop_editing)
        return editor

    def _focused(self) -> int | None:
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        return next((n for n, row in enumerate(self._rows) if row is focus or row.isAncestorOf(focus)), None)

    def _add(self) -> None:
        text = self.line.text()
        if not text.strip():
            return
        point = point_from_line(text, self._today())
        if self.add(point):
            self.line.clear()

    def _keep_half_typed(self, text: str) -> None:
        keeper, points, intents = self._keeper, (*self._points, point_from_line(text, self._today())), self._intents
        assert keeper is not None, "nobody can type before somebody is shown"

        def save() -> bool:
            return succeeded(intents, lambda: keeper.save_key_points(points))

        if must_wait():
            unsaved = Unsaved(self.line.accessibleName(), text)
            set_aside_in(intents).put((type(keeper), keeper.number, "key point"), text, [unsaved], save)
        elif save():
            intents.undoable.emit(self.tr("What you had begun is kept as a key point"))
            return
        tell_what_is_left(intents, text)

    def _edit(self, position: int) -> None:
        self._editing, self._editor = position, None
        self._lay_out(position)

    def _stop_editing(self) -> None:
        position, self._editing, self._editor = self._editing, None, None
        self._lay_out(position)

    def _keep(self, point: KeyPoint) -> None:
        position = self._editing
        if position is None:
            return
        points = (*self._points[:position], point, *self._points[position + 1 :])
        if points == self._points or self._save(points):
            self._stop_editing()

    def _delete(self, position: int) -> None:
        if self._save(tuple(p for n, p in enumerate(self._points) if n != position)):
            self._intents.undoable.emit(self.tr("Key point deleted"))

    def _move(self, position: int, by: int) -> None:
        points = swapped(self._points, position, by)
        if points != self._points and self._save(points):
            self._rows[position + by].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, texts: list[str]) -> None:
        """Words that may tell who a client is; a point that was nothing else goes."""
        points = (replace(point, text=text) for point, text in zip(self._points, texts, strict=True))
        self._save(tuple(point for point in points if point.text))

    def _save(self, points: tuple[KeyPoint, ...]) -> bool:
        keeper = self._keeper
        return keeper is not None and succeeded(self._intents, lambda: keeper.save_key_points(points))

    def _count(self, text: str) -> None:
        over = len(point_from_line(text, self._today()).text) if text else 0
        self._hint.setVisible(over >= COUNTED_FROM)
        self._hint.setText(length_hint(text))
        self._hint.set_tone("due" if over > KEY_POINT_LENGTH else "soft")

    def _today(self) -> date:
        zone = self._workspace.preferences.timing().zone
        return self._workspace.clock.now().astimezone(zone).date()
