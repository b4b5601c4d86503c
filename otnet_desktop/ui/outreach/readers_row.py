"""Who else of a group gets the same letter: each with a switch, so that anybody can be thanked in a way of their own.

Public: ``ReadersRow`` with ``show_readers(begun)``, ``also()`` and the signal ``changed``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otnet_desktop.domain.people import ContactKind, PersonId, Profile
from otnet_desktop.services.composing import Beginning
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.timeline.meeting_words import names_together
from otnet_desktop.ui.widgets.chip_row import ChipItem, ChipRow
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class ReadersRow(QWidget):
    """Hidden for a letter to one person that concerns nobody else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = ChipRow(self.tr("The same letter also to"))
        self.chips.changed.connect(self.changed)
        self._unreachable = PlainLabel(size=TextSize.CAPTION, tone="due")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(PlainLabel(self.tr("The same letter also to"), TextSize.CAPTION, "soft"))
        column.addWidget(self.chips)
        column.addWidget(self._unreachable)

    def show_readers(self, begun: Beginning) -> None:
        """The others of the group; those it goes to are switched on."""
        self.chips.show_items([ChipItem(str(person.id), person.profile.short_name) for person in begun.might_also])
        self.chips.check(*(str(person) for person in begun.draft.also))
        self.setVisible(bool(begun.might_also))
        chosen = [person.profile for person in begun.might_also if person.id in begun.draft.also]
        self._tell_unreachable([begun.reader.profile, *chosen] if chosen else [])

    def also(self) -> tuple[PersonId, ...]:
        """Those that are switched on."""
        return tuple(PersonId(int(key)) for key in self.chips.checked())

    def _tell_unreachable(self, readers: Sequence[Profile]) -> None:
        names = [reader.full_name for reader in readers if reader.reach(ContactKind.EMAIL) is None]
        self._unreachable.setText(self.tr("Without an e-mail address: {names}").format(names=names_together(names)))
        self._unreachable.setVisible(bool(names))
