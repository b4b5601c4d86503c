"""Where somebody works and worked, one place after the other.

Public: ``PlaceRows(find, settings, today)`` with ``show_places``, ``places()``, ``retyped()`` and ``unfold(more)``;
``find`` is that of ``OrganisationLine``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.people import Affiliation
from otnet_desktop.domain.vocabulary import Choices
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.people.organisation_line import Find, OrganisationLine
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.day_field import OptionalDayField
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.row_column import lay_rows
from otnet_desktop.ui.widgets.tab_order import tab_before


class PlaceRow(QWidget):
    """Title and organisation; department, setting and dates with more fields."""

    removed = Signal()

    def __init__(
        self,
        place: Affiliation,
        find: Find,
        settings: Choices,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self.title = QLineEdit(place.title)
        self._organisation = OrganisationLine(find)
        self._organisation.setText(place.organisation)
        self._department = QLineEdit(place.department)
        self._setting = ChoiceBox(settings, self.tr("Not known"))
        self._setting.choose(place.setting)
        self._since = OptionalDayField(self.tr("Since"), self.tr("since: not known"), today, latest=today)
        self._since.show_day(place.since)
        self._until = OptionalDayField(self.tr("Until"), self.tr("until: today"), today)
        self._until.show_day(place.until)
        self._remove = quiet_button(self.tr("Remove this place"), "close")
        self._remove.clicked.connect(self.removed)
        self._more = QWidget()
        self._assemble()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        fields = [self.title, self._organisation, self._department, self._setting]
        return [*fields, self._since, self._until, self._remove]

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(LabelledField(self.tr("Role or title"), self.title))
        column.addWidget(LabelledField(self.tr("Organisation"), self._organisation))
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(2 * STEP)
        more.addWidget(LabelledField(self.tr("Department"), self._department))
        more.addWidget(LabelledField(self.tr("Setting"), self._setting))
        last = QWidget()
        flow = FlowLayout(last)
        flow.addWidget(self._since)
        flow.addWidget(self._until)
        flow.addWidget(self._remove)
        more.addWidget(last)
        column.addWidget(self._more)

    def place(self) -> Affiliation:
        """What is typed."""
        return replace(
            self._place,
            title=self.title.text(),
            organisation=self._organisation.text().strip(),
            department=self._department.text(),
            setting=self._setting.code(),
            since=self._since.day(),
            until=self._until.day(),
        )

    def retyped(self) -> tuple[str, str]:
        """The name of the place as it was, and as it is now."""
        return self._place.organisation, self._organisation.text().strip()

    def is_present(self) -> bool:
        """Whether somebody works there now."""
        return self._place.is_current

    def unfold(self, more: bool) -> None:
        """Show everything, or only what one needs."""
        self._more.setVisible(more)


class PlaceRows(QWidget):
    """The present place first; earlier ones appear with more fields."""

    def __init__(self, find: Find, settings: Choices, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._settings = settings
        self._find = find
        self._rows: list[PlaceRow] = []
        self._unfolded = False
        self._list = QVBoxLayout()
        self._list.setSpacing(4 * STEP)
        self._add = quiet_button(self.tr("Another place"), "plus")
        self._add.clicked.connect(self._add_empty)
        lay_rows(self, self._list, self._add)
        self._add.hide()

    def show_places(self, places: tuple[Affiliation, ...]) -> None:
        """Show these; without one of today, an empty one to fill in before those that are past."""
        if not any(place.is_current for place in places):
            places = (Affiliation(), *places)
        for place in places:
            self._append(place)
        self.unfold(self._unfolded)

    def places(self) -> tuple[Affiliation, ...]:
        """Every place with something in it, in order."""
        return tuple(place for place in (row.place() for row in self._rows) if place != Affiliation())

    def retyped(self) -> dict[str, str]:
        """Places that have another name now: old name -> new."""
        names = [row.retyped() for row in self._rows]
        return {old: new for old, new in names if old and new and old != new}

    def unfold(self, more: bool) -> None:
        """Show every place with everything, or only the present one."""
        self._unfolded = more
        self._add.setVisible(more)
        present = next((row for row in self._rows if row.is_present()), None)
        for row in self._rows:
            row.setVisible(more or row is present)
            row.unfold(more)

    def _add_empty(self) -> None:
        row = self._append(Affiliation())
        self.unfold(self._unfolded)
        row.title.setFocus()

    def _append(self, place: Affiliation) -> PlaceRow:
        row = PlaceRow(place, self._find, self._settings, self._today)
        row.removed.connect(self._remove)
        self._rows.append(row)
        self._list.addWidget(row)
        tab_before(self._add, row.stops())
        return row

    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, PlaceRow)
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._add.setFocus()
