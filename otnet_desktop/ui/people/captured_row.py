"""One person of the quick capture as they would be kept.

Public: ``CapturedRow(captured, known)`` with the signal ``chosen`` (line, ``Choice``); ``known`` is who is here
already, if anybody.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from otnet_desktop.domain.people import Profile
from otnet_desktop.services.capturing import Captured
from otnet_desktop.services.import_plan import Choice, Fate
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel

SEPARATOR = " · "


class CapturedRow(QWidget):
    """Name, place and what to remember; below, whether somebody of that name is here."""

    chosen = Signal(int, str)

    def __init__(self, captured: Captured, known: Profile | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = captured.line.line
        profile = captured.line.profile
        name = ", ".join((profile.full_name, *profile.credentials))
        self.name = PlainLabel(SEPARATOR.join(filter(None, (name, profile.current.organisation))))
        self.details = PlainLabel(self._details(captured), size=TextSize.CAPTION, tone="soft")
        self.about = PlainLabel(self._about(captured, known), size=TextSize.CAPTION, tone="accent")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        row.addLayout(texts, 1)
        for label in (self.name, self.details, self.about):
            texts.addWidget(label)
            label.setVisible(bool(label.text()))  # before it has a place it would be a window of its own
        self.which: QComboBox | None = None
        if captured.entry.fate is Fate.UNCLEAR:
            self.which = self._chooser(captured)
            row.addWidget(self.which)

    def _details(self, captured: Captured) -> str:
        profile, remark = captured.line.profile, captured.line.remark
        points = (point.value for point in profile.contact_points if point.value != profile.full_name)
        remember = self.tr("Remember: {what}").format(what=remark) if remark else ""
        return SEPARATOR.join(filter(None, (remember, *points)))

    def _about(self, captured: Captured, known: Profile | None) -> str:
        if captured.entry.fate is Fate.NEW:
            return ""
        if captured.entry.whom < 0:
            return self.tr("The same person as on a line above.")
        place = known.current.organisation if known else ""
        if place:
            return self.tr("Here already, at {place}.").format(place=place)
        return self.tr("Here already.")

    def _chooser(self, captured: Captured) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Who {name} is").format(name=captured.line.profile.full_name))
        box.addItem(self.tr("The same person"), Choice.SAME_PERSON.value)
        box.addItem(self.tr("Somebody else"), Choice.AS_NEW.value)
        box.setCurrentIndex(box.findData(captured.entry.choice.value))
        box.activated.connect(self._choose)
        return box

    def _choose(self) -> None:
        if self.which is not None:
            self.chosen.emit(self._line, str(self.which.currentData()))
