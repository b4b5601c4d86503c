"""People: the list, the person, and their timeline side by side; what does not fit folds into tabs.

Public: ``PeoplePage(people)`` with ``fill(person, timeline)``, ``panes``, ``show_timeline``,
``show_details``, ``splits`` and ``restore_splits``. The timeline folds first; the list always stays. Widths are kept as
drawn, so that they are as before when the text is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.segmented import Segmented

LIST, PERSON, TIMELINE = 330, 450, 300
"""Widths as drawn: what the list begins with, and what person and timeline need to stand side by side."""
NARROWEST = 220
LARGEST_SHARE = 0.4
"""Of the page: more the list does not take when its text grows, so that the person stays readable."""

PERSON_TAB, TIMELINE_TAB = "person", "timeline"


class PeoplePage(QWidget):
    """Two splitters: the list and the details; in these the person and the timeline."""

    def __init__(self, people: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._person: QWidget = QWidget()
        self._timeline: QWidget = QWidget()
        self._folded = False
        self._tabs_row = QWidget()
        set_surface(self._tabs_row, Surface.GROUND)
        tabs = (PERSON_TAB, self.tr("Person")), (TIMELINE_TAB, self.tr("Timeline"))
        self._tabs = Segmented(self.tr("Show"), tabs)
        self._tabs.chosen.connect(self._arrange)
        row = QHBoxLayout(self._tabs_row)
        row.setContentsMargins(6 * STEP, 2 * STEP, 6 * STEP, 0)
        row.addWidget(self._tabs)
        row.addStretch(1)
        self._inner = _splitter(self._person, self._timeline, grows=0)
        set_surface(self._timeline, Surface.PANEL)
        details = _Details()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs_row)
        column.addWidget(self._inner, 1)
        self._outer = _splitter(people, details, grows=1)
        self._list_drawn: float = LIST
        self._beside_drawn: float = TIMELINE
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._outer)
        self._details = details
        details.resized.connect(self._fold_or_not)
        self._inner.splitterMoved.connect(self._remember_beside)
        self._outer.splitterMoved.connect(self._remember_list)
        self._arrange()
        self._give_list_its_width()

    def fill(self, person: QWidget, timeline: QWidget) -> None:
        """Put the real panes in."""
        for old, new in ((self._person, person), (self._timeline, timeline)):
            self._inner.replaceWidget(self._inner.indexOf(old), new)
            old.deleteLater()
        self._person, self._timeline = person, timeline
        self._arrange()

    def is_folded(self) -> bool:
        """Whether person and timeline share one place."""
        return self._folded

    def panes(self) -> list[QWidget]:
        """The list, the person, the timeline."""
        return [self._people, self._person, self._timeline]

    def show_timeline(self) -> bool:
        """Bring the timeline forward; folded, and already there, back to the person. Whether it is there now."""
        if self._folded and self._tabs.chosen_key() == TIMELINE_TAB:
            self._tabs.choose(PERSON_TAB)
            return False
        self._tabs.choose(TIMELINE_TAB)
        return True

    def show_details(self) -> None:
        """Bring the person forward."""
        self._tabs.choose(PERSON_TAB)

    def splits(self) -> list[list[int]]:
        """The widths, to be kept."""
        people = round(self._list_drawn * look().metrics.ratio)
        return [[people, max(1, self._outer.width() - people)], [self._beside()]]

    def restore_splits(self, splits: list[list[int]]) -> None:
        """The widths as they were kept."""
        match splits:
            case [[int(people), int(details)], [int(beside)]] if min(people, details, beside) > 0:
                self._list_drawn = people / look().metrics.ratio
                self._beside_drawn = beside / look().metrics.ratio
                self._give_list_its_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width to share."""
        super().resizeEvent(event)
        self._give_list_its_width()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text asks for more, and smaller gives it back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._give_list_its_width()
            self._fold_or_not()

    def _give_list_its_width(self) -> None:
        """As wide as somebody likes it, grown with the text as far as there is room."""
        ratio, room = look().metrics.ratio, self._outer.width()
        least = round(NARROWEST * (1 + ratio) / 2)  # names are cut sooner than the person is pushed away
        most = max(self._list_drawn, LARGEST_SHARE * room)
        width = max(least, round(min(self._list_drawn * ratio, most)))
        self._people.setMinimumWidth(least)
        self._outer.setSizes([width, max(1, room - width)])

    def _fold_or_not(self) -> None:
        folded = self._details.width() < look().metrics.shape(PERSON + TIMELINE)
        if folded != self._folded:
            self._folded = folded
            self._arrange()
        self._share_room()

    def _remember_beside(self) -> None:
        """How wide somebody likes the timeline beside the person."""
        self._beside_drawn = self._timeline.width() / look().metrics.ratio

    def _remember_list(self) -> None:
        """How wide somebody likes the list."""
        self._list_drawn = self._people.width() / look().metrics.ratio

    def _beside(self) -> int:
        return round(self._beside_drawn * look().metrics.ratio)

    def _arrange(self) -> None:
        on_timeline = self._tabs.chosen_key() == TIMELINE_TAB
        self._tabs_row.setVisible(self._folded)
        self._person.setVisible(not self._folded or not on_timeline)
        self._timeline.setVisible(not self._folded or on_timeline)
        self._share_room()

    def _share_room(self) -> None:
        """The timeline keeps its width and the person has the rest."""
        if not self._folded:
            self._inner.setSizes([max(1, self._details.width() - self._beside()), self._beside()])


class _Details(QWidget):
    """Tells how much room person and timeline have, which is settled only after the splitter around them."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more or less room now."""
        super().resizeEvent(event)
        self.resized.emit()


def _splitter(first: QWidget, second: QWidget, grows: int) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for number, widget in enumerate((first, second)):
        splitter.addWidget(widget)
        splitter.setStretchFactor(number, int(number == grows))
    return splitter
