"""The ways to reach somebody, one row each.

Public: ``ContactRows()`` with ``show_points``, ``points()`` and ``unfold(more)``. An e-mail without @ is kept after a
hint: nothing typed here is ever refused. Another value typed over one that no longer works is a way that works.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.people import ContactKind, ContactPoint, ContactState
from otnet_desktop.domain.vocabulary import Choice
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import icon_button, quiet_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.row_column import lay_rows
from otnet_desktop.ui.widgets.tab_order import tab_before

translate = QCoreApplication.translate

OFFERED = (ContactKind.EMAIL, ContactKind.PHONE, ContactKind.LINKEDIN)
"""Always there to be filled in; empty rows are not kept."""


def kind_choices() -> tuple[Choice, ...]:
    """The kinds as one reads them."""
    return (
        Choice(ContactKind.EMAIL.value, translate("ContactRows", "E-mail")),
        Choice(ContactKind.PHONE.value, translate("ContactRows", "Phone")),
        Choice(ContactKind.LINKEDIN.value, translate("ContactRows", "Profile link")),
        Choice(ContactKind.WEBSITE.value, translate("ContactRows", "Website")),
        Choice(ContactKind.ADDRESS.value, translate("ContactRows", "Address")),
        Choice(ContactKind.CHAT.value, translate("ContactRows", "Chat")),
    )


def state_choices() -> tuple[Choice, ...]:
    """Whether a way works, as one reads it."""
    return (
        Choice(ContactState.OK.value, translate("ContactRows", "Works")),
        Choice(ContactState.BOUNCED.value, translate("ContactRows", "Came back")),
        Choice(ContactState.RETIRED.value, translate("ContactRows", "No longer used")),
    )


class ContactRow(QWidget):
    """Kind and value; label, state and preference with more fields."""

    removed = Signal()

    def __init__(self, point: ContactPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = point
        self._kind = ChoiceBox(kind_choices(), "")
        self._kind.removeItem(0)
        self._kind.choose(point.kind.value)
        self._kind.setAccessibleName(self.tr("Way to reach them"))
        self._kind.currentIndexChanged.connect(self._name_value)
        self.value = QLineEdit(point.value)
        self.value.editingFinished.connect(self._give_hint)
        self.value.textEdited.connect(self._trust_another)
        self._hint = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self._hint.hide()
        self._label = QLineEdit(point.label)
        self._label.setAccessibleName(self.tr("Label"))
        self._label.setPlaceholderText(self.tr("Label: work, home"))
        self._state = ChoiceBox(state_choices(), "")
        self._state.removeItem(0)
        self._state.choose(point.state.value)
        self._state.setAccessibleName(self.tr("Whether it works"))
        self._primary = QCheckBox(self.tr("Use first"))
        self._primary.setChecked(point.primary)
        self._remove = icon_button("close", self.tr("Remove this way"))
        self._remove.clicked.connect(self.removed)
        self._more = QWidget()
        self._assemble()
        self._name_value()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self._kind, self.value, self._remove, self._label, self._state, self._primary]

    def _assemble(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(STEP)
        first.addWidget(self._kind, 2)
        first.addWidget(self.value, 5)
        first.addWidget(self._remove)
        more = FlowLayout(self._more)
        more.addWidget(self._label)
        more.addWidget(self._state)
        more.addWidget(self._primary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(first)
        column.addWidget(self._hint)
        column.addWidget(self._more)

    def point(self) -> ContactPoint:
        """What is typed; a value that was not touched is kept to the letter."""
        value = self.value.text()
        return replace(
            self._point,
            kind=ContactKind(self._kind.code()),
            value=value if value == self._point.value else value.strip(),
            label=self._label.text(),
            primary=self._primary.isChecked(),
            state=ContactState(self._state.code()),
        )

    def unfold(self, more: bool) -> None:
        """Show label, state and preference, or only what one needs: that a way does not work, for one."""
        works = self._point.state is ContactState.OK
        self._label.setVisible(more)
        self._primary.setVisible(more)
        self._more.setVisible(more or not works)

    def _trust_another(self, value: str) -> None:
        """What came back was the old value; the state one has chosen by hand for another stays."""
        before = self._point
        if before.state is ContactState.OK or not before.value:
            return
        is_another = value.strip() != before.value.strip()
        if is_another and self._state.code() == before.state.value:
            self._state.choose(ContactState.OK.value)
        elif not is_another:
            self._state.choose(before.state.value)

    def _name_value(self) -> None:
        self.value.setAccessibleName(self._kind.currentText())
        self._give_hint()

    def _give_hint(self) -> None:
        text = self.value.text().strip()
        is_strange = bool(text) and self._kind.code() == ContactKind.EMAIL.value and "@" not in text
        self._hint.setText(self.tr("This e-mail has no @. It is kept as it is.") if is_strange else "")
        self._hint.setVisible(is_strange)
        self.value.setAccessibleDescription(self._hint.text())


class ContactRows(QWidget):
    """All rows, and a button for another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Ways to reach them"))
        self._rows: list[ContactRow] = []
        self._unfolded = False
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * STEP)
        self._add = quiet_button(self.tr("Another way"), "plus")
        self._add.clicked.connect(self._add_empty)
        lay_rows(self, self._list, self._add)

    def show_points(self, points: tuple[ContactPoint, ...]) -> None:
        """Show these, and an empty row for each usual kind of which none works."""
        kinds = {point.kind for point in points if point.state is ContactState.OK}
        for point in (*points, *(ContactPoint(kind, "") for kind in OFFERED if kind not in kinds)):
            self._append(point)

    def points(self) -> tuple[ContactPoint, ...]:
        """Every row with something in it, in order."""
        return tuple(point for point in (row.point() for row in self._rows) if point.value)

    def unfold(self, more: bool) -> None:
        """Show everything about each way, or only what one needs."""
        self._unfolded = more
        for row in self._rows:
            row.unfold(more)

    def _add_empty(self) -> None:
        self._append(ContactPoint(ContactKind.EMAIL, "")).value.setFocus()

    def _append(self, point: ContactPoint) -> ContactRow:
        row = ContactRow(point)
        row.unfold(self._unfolded)
        row.removed.connect(self._remove)
        self._rows.append(row)
        self._list.addWidget(row)
        tab_before(self._add, row.stops())
        return row

    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, ContactRow)
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._add.setFocus()
