"""What an entry would change about somebody who is here, field by field: each may be left, or taken from the file.

Public: ``FieldChoices`` with ``show_entry(entry, stands)`` and the signal ``turned(field)``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from otnet_desktop.domain.people import Affiliation, ContactPoint, Profile
from otnet_desktop.services.import_plan import PlannedEntry
from otnet_desktop.ui.exchange.import_words import said_adds
from otnet_desktop.ui.theme.literal import caption, shortened
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP

translate = QCoreApplication.translate

FEWEST_LINES, MOST_LINES = 2, 4
"""Fields shown at once, as there is room; the others are scrolled to."""

LINE = 24
"""As drawn: a tick and its text."""


class FieldChoices(QWidget):
    """A tick a field. Nothing is shown while there is nothing to choose."""

    turned = Signal(str)
    """Somebody wants this field the other way round."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._entry: PlannedEntry | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.hide()

    def show_entry(self, entry: PlannedEntry | None, stands: Profile | None) -> None:
        """The fields of an entry about somebody of whom this stands here; of the same entry again only the ticks."""
        if entry is not None and entry is self._entry:
            for name, box in self.boxes.items():
                box.setChecked(entry.wants(name))
            return
        self._entry = entry
        self.boxes = {}
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        if entry is not None and stands is not None:
            incoming = entry.incoming
            for name in (*entry.adds, *entry.differs):
                box = QCheckBox(caption(said_field(name, incoming, stands)))
                box.setProperty("field", name)
                box.setChecked(entry.wants(name))
                box.clicked.connect(self._turn)
                self.boxes[name] = box
                lines.addWidget(box)
        self._scroll.setWidget(page)
        self._fit()
        self.setVisible(bool(self.boxes))

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need higher lines."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        line = look().metrics.shape(LINE) + STEP
        for box in self.boxes.values():
            box.setMinimumHeight(line - STEP)
        self._scroll.setMinimumHeight(line * min(len(self.boxes), FEWEST_LINES))
        self._scroll.setMaximumHeight(line * min(len(self.boxes), MOST_LINES))

    def _turn(self) -> None:
        self.turned.emit(str(self.sender().property("field")))


def said_field(name: str, incoming: Profile, stands: Profile) -> str:
    """``a way to reach them: +1 555 0101``, or ``a nickname: Nan, in place of Annie``."""
    theirs, ours = getattr(incoming, name), getattr(stands, name)
    if isinstance(theirs, str) and ours:
        told = translate("FieldChoices", "{field}: {theirs}, in place of {ours}")
        return told.format(field=said_adds([name]), theirs=shortened(theirs), ours=shortened(str(ours)))
    here = set(map(said_value, ours)) if isinstance(ours, tuple) else set()
    told_values = map(said_value, theirs if isinstance(theirs, tuple) else (theirs,))
    words = ", ".join(text for text in told_values if text and text not in here)
    told = translate("FieldChoices", "{field}: {theirs}")
    return told.format(field=said_adds([name]), theirs=shortened(words)) if words else said_adds([name])


def said_value(value: object) -> str:
    """One value in words; nothing for a picture."""
    match value:
        case ContactPoint():
            return value.value
        case Affiliation():
            return ", ".join(filter(None, (value.title, value.organisation)))
        case str():
            return value
    return ""
