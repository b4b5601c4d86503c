"""After everything was restored: what happened, and a plain way back.

Public: ``WayBack`` with ``offer(said, kept)`` and the signal ``wanted(path)``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class WayBack(QWidget):
    """Hidden until there is one."""

    wanted = Signal(Path)
    """Restore what was here before, which is kept in that backup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, Surface.SIDE)
        self._kept: Path | None = None
        self.said = PlainLabel()
        self.go = plain_button(self.tr("Go back to before"), "undo")
        self.go.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        row.setSpacing(3 * STEP)
        row.addWidget(self.said, 1)
        row.addWidget(self.go)
        self.hide()

    def offer(self, said: str, kept: Path | None) -> None:
        """This was done; what was here before is kept there, if there was anything."""
        self._kept = kept
        self.said.setText(
            self.tr("{said} What was here before is kept as a backup.").format(said=said) if kept else said
        )
        self.go.setVisible(kept is not None)
        self.show()

    def _go(self) -> None:
        if self._kept is not None:
            self.wanted.emit(self._kept)
