"""A word of caution where notes may tell who a client is. It never blocks, and what was looked at is not told again.

Public: ``PrivacyHint(privacy)`` with ``look_at(*texts)`` and the signal ``removed(list)``, the same texts without the
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

    removed = Signal(list)

    def __init__(self, privacy: PrivacyService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._privacy = privacy
        self._texts: tuple[str, ...] = ()
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

    def look_at(self, *texts: str) -> None:
        """Tell what in these texts may tell who a client is. Each is read by itself: no name goes on in the next."""
        self._texts, before = texts, self._found
        looked_at = texts if sum(map(len, texts)) <= LOOKED_AT_UP_TO else ()
        self._found = tuple(finding for text in looked_at for finding in self._privacy.look_at(text))
        self.setVisible(bool(self._found))
        if self._found == before:
            return
        fragments = ", ".join(dict.fromkeys(finding.text for finding in self._found))
        said = self.tr("This may tell who a client is: {fragments}").format(fragments=fragments)
        self._said.setText(said)
        if self._found:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _take_out(self) -> None:
        self.removed.emit([without(text, self._privacy.look_at(text)) for text in self._texts])

    def _leave(self) -> None:
        self._privacy.acknowledge(self._found)
        self.look_at(*self._texts)
