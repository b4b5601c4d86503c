"""A word of caution where notes may tell who a client is. It never blocks, and what was looked at is not told again.

Public: ``PrivacyHint(privacy)`` with ``look_at(text)`` and the signal ``removed(str)``, the text without the
fragments.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.domain.privacy import Finding, without
from otnet_desktop.services.privacy import PrivacyService
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel

LOOKED_AT_UP_TO = 50_000
"""Characters; a longer text is looked at when it is to leave, for here one would wait at every pause."""


class PrivacyHint(QWidget):
    """Names the fragments, and leaves the choice."""

    removed = Signal(str)

    def __init__(self, privacy: PrivacyService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._privacy = privacy
        self._text = ""
        self._found: tuple[Finding, ...] = ()
        self._said = PlainLabel(size=TextSize.CAPTION, tone="due")
        self._remove = plain_button(self.tr("Remove"))
        self._remove.clicked.connect(self._take_out)
        self._keep = plain_button(self.tr("Keep, it is not client information"))
        self._keep.clicked.connect(self._leave)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._remove)
        flow.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._said)
        column.addWidget(buttons)
        self.hide()

    def look_at(self, text: str) -> None:
        """Tell what in ``text`` may tell who a client is."""
        self._text, before = text, self._found
        self._found = self._privacy.look_at(text) if len(text) <= LOOKED_AT_UP_TO else ()
        self.setVisible(bool(self._found))
        if self._found == before:
            return
        fragments = ", ".join(dict.fromkeys(finding.text for finding in self._found))
        said = self.tr("This may tell who a client is: {fragments}").format(fragments=fragments)
        self._said.setText(said)
        if self._found:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _take_out(self) -> None:
        self.removed.emit(without(self._text, self._found))

    def _leave(self) -> None:
        self._privacy.acknowledge(self._found)
        self.look_at(self._text)
