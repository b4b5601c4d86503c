"""The Journey place: advice, thanks, answers, reflections, opportunities, hours, and a year in review.

Public: ``JourneyPage(workspace, bridge, intents)`` with ``show_part(key)``. Each part is made when it is first chosen.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.advice_section import AdviceSection
from otnet_desktop.ui.journey.answers_section import AnswersSection
from otnet_desktop.ui.journey.hours_section import HoursSection
from otnet_desktop.ui.journey.opportunities_section import OpportunitiesSection
from otnet_desktop.ui.journey.reflections_section import ReflectionsSection
from otnet_desktop.ui.journey.thanks_section import ThanksSection
from otnet_desktop.ui.journey.year_section import YearSection
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.chip_row import ChipItem, ChipRow
from otnet_desktop.ui.widgets.plain_label import PlainLabel

Make = Callable[[Workspace, Bridge, Intents], QWidget]


class JourneyPage(QWidget):
    """A row of parts, and the one that is chosen."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_help(self, "journey")
        set_surface(self, Surface.GROUND)
        self.setAccessibleName(self.tr("Journey"))
        self._made_of = (workspace, bridge, intents)
        kinds: tuple[tuple[str, str, Make], ...] = (
            ("advice", self.tr("Advice"), AdviceSection),
            ("thanks", self.tr("Thanks"), ThanksSection),
            ("answers", self.tr("Answers side by side"), AnswersSection),
            ("reflections", self.tr("Reflections"), ReflectionsSection),
            ("opportunities", self.tr("Opportunities"), OpportunitiesSection),
            ("hours", self.tr("Hours"), HoursSection),
            ("year", self.tr("A year in review"), YearSection),
        )
        self._kinds = {key: make for key, _, make in kinds}
        self.parts: dict[str, QWidget] = {}
        self.chips = ChipRow(self.tr("Parts of the journey"), exclusive=True)
        self.chips.show_items([ChipItem(key, text, whole=True) for key, text, _ in kinds])
        self.chips.changed.connect(self._turn)
        self._stack = QStackedWidget()
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(6 * STEP, 4 * STEP, 6 * STEP, STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(PlainLabel(self.tr("Journey"), TextSize.HEADING))
        column.addWidget(self.chips)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP)
        whole.addWidget(head)
        whole.addWidget(self._stack, 1)
        self._turn()

    def first_field(self) -> QWidget:
        """Whoever comes here by keyboard begins at the part that is shown."""
        return next(chip for chip in self.chips.findChildren(QAbstractButton) if chip.isChecked())

    def show_part(self, key: str) -> None:
        """Turn to a part, and the keyboard with it where it stood on another one's chip."""
        self.chips.check(key)
        self._turn()
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and self.chips.isAncestorOf(focused):
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        (key,) = self.chips.checked()
        if key not in self.parts:
            self.parts[key] = self._kinds[key](*self._made_of)
            self._stack.addWidget(self.parts[key])
        self._stack.setCurrentWidget(self.parts[key])
