"""Whether what was typed is kept: said quietly.

Public: ``SavedMark`` with ``show_saving()``, ``show_saved()``, ``show_failed(text)`` and ``show_nothing()``. Only a
failure is announced to a screen reader: hearing "saved" after every pause would be noise.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.literal import literal_tip
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class SavedMark(QWidget):
    """A small word with a tick, and the tick alone where there is no room for both.

    It keeps its room while it says nothing, so that nothing jumps.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._text = PlainLabel(size=TextSize.SMALL, tone="soft")
        self._text.setWordWrap(False)
        self._text.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        policy = self._text.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._text.setSizePolicy(policy)
        self._word(self.tr("Saved"), "check", Role.SOFT)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No half words."""
        super().resizeEvent(event)
        self._text.setVisible(self.width() >= self.sizeHint().width())

    def show_nothing(self) -> None:
        """There is nothing to say."""
        self.hide()

    def show_saving(self) -> None:
        """Typing has paused; the file is being written."""
        self._say(self.tr("Saving…"), "edit", Role.SOFT)

    def show_saved(self) -> None:
        """It is on the disk."""
        self._say(self.tr("Saved"), "check", Role.SOFT)

    def show_failed(self, text: str) -> None:
        """It is not, and the text says why in a few words."""
        self._say(text, "warning", Role.DUE)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _say(self, text: str, icon_name: str, role: Role) -> None:
        self._word(text, icon_name, role)
        self.show()

    def _word(self, text: str, icon_name: str, role: Role) -> None:
        dress(self._icon, icon_name, role, drawn=14)
        self._text.setText(text)
        self._text.set_tone("due" if role is Role.DUE else "soft")
        self.setAccessibleName(text)
        self.setToolTip(literal_tip(text))
