"""Pages over the places of the window, for a while: settings, help, an import.

Public: ``Aside(title)``, a sheet with a head: fill ``aside.body``, and change what has the keyboard inside
``keyboard_kept``; and ``Asides(stack, go_back)`` with ``lay(aside)``, ``leave()`` and ``shown``. An aside goes with
Esc, with its Close button, or when one goes to any place; whatever is typed in it is saved by then, so nothing asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from otnet_desktop.ui.person_place import Sheet
from otnet_desktop.ui.theme.literal import literal_tip
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import icon_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class Aside(Sheet):
    """A page with a title, a Close button and a body."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, Surface.GROUND)
        self._title = PlainLabel(size=TextSize.HEADING)
        self._close = icon_button("close", "")
        self._close.clicked.connect(self.finished)
        self.head = QHBoxLayout()
        """Title, what an aside adds, and Close."""
        self.head.setSpacing(3 * STEP)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self._close)
        self.body = QVBoxLayout()
        """Where the page's own things go."""
        self.body.setSpacing(3 * STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 4 * STEP, 6 * STEP, 4 * STEP)
        column.setSpacing(3 * STEP)
        column.addLayout(self.head)
        column.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Name the page."""
        self._title.setText(title)
        self.setAccessibleName(title)
        said = self.tr("Close {page}").format(page=title)
        self._close.setAccessibleName(said)
        self._close.setToolTip(literal_tip(said))

    @contextmanager
    def keyboard_kept(self, *places: QWidget) -> Iterator[None]:
        """While controls are disabled or filled anew: the keyboard stays, or goes to one of these places, else Close.

        Of itself Qt hands it to whatever comes next in the window, far from the page.
        """
        focused = QApplication.focusWidget() or self.window()
        yield
        if self.isAncestorOf(focused):
            usable = (place for place in (focused, *places) if place.isEnabled() and place.isVisibleTo(self))
            next(usable, self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a control before the Close button."""
        self.head.insertWidget(self.head.count() - 1, widget)


class Asides(QObject):
    """Lays one page at a time over whatever place is shown; ``go_back`` shows the place where one is."""

    stranded = Signal()
    """The keyboard was in a page that is left, and what it came from is gone: a first import takes the welcome away."""

    def __init__(self, stack: QStackedWidget, go_back: Callable[[], None]) -> None:
        super().__init__(stack)
        self._stack = stack
        self._go_back = go_back
        self._before: QWidget | None = None
        self.shown: Aside | None = None
        stack.currentChanged.connect(self._went_elsewhere)

    def lay(self, aside: Aside) -> None:
        """Show a page; another one that was open goes."""
        before = self._before if self.shown else QApplication.focusWidget()
        gone, self.shown, self._before = self.shown, aside, before
        aside.finished.connect(self.leave)
        self._stack.addWidget(aside)
        self._stack.setCurrentWidget(aside)
        self._take_out(gone)  # no sooner, or for a moment some place is shown, and made for it
        aside.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Back to the place, and to the control one came from."""
        if self.shown is None:
            return
        had_focus = self.shown.isAncestorOf(QApplication.focusWidget() or self._stack)
        gone, before = self.shown, self._before
        self.shown = self._before = None
        self._go_back()
        self._take_out(gone)
        if not had_focus:
            return
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.stranded.emit()

    def _went_elsewhere(self, _index: int) -> None:
        if self.shown is not None and self._stack.currentWidget() is not self.shown:
            gone, self.shown, self._before = self.shown, None, None
            self._take_out(gone)

    def _take_out(self, aside: Aside | None) -> None:
        if aside is not None:
            self._stack.removeWidget(aside)
            aside.hide()
            aside.deleteLater()
