"""A quiet strip under the top bar: what holds for the whole window, and what went wrong.

Public: ``Banner`` with ``mark(key, text)`` (stays until it is taken away with an empty text), ``lead(button, wanted)``
(a way out of what is marked), ``tell_failure(error)`` (stays until it is closed), ``lead_out(button, wanted)`` (a way
out of that failure), ``offer_copy(is_wanted)`` (a button ``copy`` beside the failure) and
``offer(text, button, wanted)``, something one may look at, with a button for it. Hidden while there is nothing to say.
"""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.ui.said import said
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import icon_button, quiet_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class Banner(QWidget):
    """Marks side by side; a failure in front of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, Surface.SIDE)
        self.setAccessibleName(self.tr("Notices"))
        self._marks: dict[str, str] = {}
        self._failure = PlainLabel(size=TextSize.CAPTION, tone="due", selectable=True)
        self._notes = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.way = quiet_button("")
        self._offer = PlainLabel(size=TextSize.CAPTION)
        self._wanted: SignalInstance | None = None
        self.take = quiet_button("")
        self.take.clicked.connect(self._take_offer)
        self.copy = quiet_button(self.tr("Save a copy of what you wrote…"), "export")
        self._has_copy = False
        self.way_out = quiet_button("", "shield")
        self._way_out: SignalInstance | None = None
        self.way_out.clicked.connect(self._take_way_out)
        self._close = icon_button("close", self.tr("Close notice"))
        self._close.clicked.connect(self._read)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, STEP, 3 * STEP, STEP)
        row.setSpacing(3 * STEP)
        row.addWidget(self._failure, 1)
        row.addWidget(self.way_out)
        row.addWidget(self.copy)
        row.addWidget(self._notes, 1)
        row.addWidget(self.way)
        row.addWidget(self._offer, 1)
        row.addWidget(self.take)
        row.addWidget(self._close)
        self._show()

    def mark(self, key: str, text: str) -> None:
        """Say something that holds; under the same key the new text takes the place of the old one."""
        self._marks.pop(key, None)
        if text:
            self._marks[key] = text
        self._show()

    def lead(self, button: str, wanted: SignalInstance) -> None:
        """A button beside the marks, as long as there are any."""
        self.way.setText(button)
        self.way.clicked.connect(wanted)
        self._show()

    def tell_failure(self, error: OtnetError) -> None:
        """Say what could not be done and what to do."""
        self._failure.setText(said(error.told))
        self._way_out = None
        self._show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said(error.told)))

    def lead_out(self, button: str, wanted: SignalInstance) -> None:
        """A button beside the failure that is told, as long as it is."""
        if self._failure.text():
            self.way_out.setText(button)
            self._way_out = wanted
            self._show()

    def offer_copy(self, is_wanted: bool) -> None:
        """Beside a failure: what was written and not saved can be saved elsewhere."""
        self._has_copy = is_wanted
        self._show()

    def offer(self, text: str, button: str, wanted: SignalInstance) -> None:
        """Say that there is something to look at, until one does or closes it."""
        self._offer.setText(text)
        self.take.setText(button)
        self._wanted = wanted
        self._show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def said(self) -> str:
        """What stands there now."""
        labels = (self._failure, self._notes, self._offer)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self) and label.text())

    def _take_way_out(self) -> None:
        if self._way_out is not None:
            self._way_out.emit()

    def _take_offer(self) -> None:
        wanted = self._wanted
        self._forget_offer()
        if wanted is not None:
            wanted.emit()

    def _forget_offer(self) -> None:
        self._offer.setText("")
        self._wanted = None
        self._show()

    def _read(self) -> None:
        """What stands in front was read."""
        if self._failure.text():
            self.forget_failure()
        else:
            self._forget_offer()

    def forget_failure(self) -> None:
        """It was read."""
        self._failure.setText("")
        self._way_out = None
        self._has_copy = False
        self._show()

    def _show(self) -> None:
        self._notes.setText(" · ".join(self._marks.values()))
        failed = bool(self._failure.text())
        offered = bool(self._offer.text()) and not failed
        self._failure.setVisible(failed)
        self.way_out.setVisible(failed and self._way_out is not None)
        self.copy.setVisible(failed and self._has_copy)
        self._close.setVisible(failed or offered)
        self._offer.setVisible(offered)
        self.take.setVisible(offered)
        self._notes.setVisible(bool(self._marks) and not failed)
        self.way.setVisible(bool(self._marks and self.way.text()) and not failed)
        self.setVisible(failed or offered or bool(self._marks))
