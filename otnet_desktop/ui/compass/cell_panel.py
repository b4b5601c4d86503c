"""Everything about one cell of the compass: whom one met and will meet, who could introduce one, what one thinks.

Public: ``CellPanel(workspace, intents)`` with ``show_field(compass, cell)``, ``go_in()`` and ``save_now()``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from otnet_desktop.domain.compass import Cell, Compass, Field, Mark
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import attempt, succeeded
from otnet_desktop.ui.compass.words import Labels
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.research.autosave import Autosave, Kept, Save
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.theme.literal import caption, one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented

NOTHING = "nothing"
SHOWN = 12
"""Names in one group; the list of people shows them all."""


class CellPanel(Card):
    """Beside the map, or below it."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._workspace = workspace
        self._intents = intents
        self._labels = Labels(workspace.material.vocabulary)
        self._field = Field(Cell("", ""))
        self._shows = False
        self.where = PlainLabel(size=TextSize.TITLE)
        self._people = QWidget()
        self.groups = QVBoxLayout(self._people)
        self.groups.setContentsMargins(0, 0, 0, 0)
        self.groups.setSpacing(STEP)
        options = (NOTHING, self.tr("Open")), (Mark.CURIOUS.value, self.tr("Curious"))
        self.mark = Segmented(self.tr("What I think"), (*options, (Mark.RULED_OUT.value, self.tr("Ruled out"))))
        self.mark.chosen.connect(self._choose)
        self.why = GrowingText(self.tr("Why"), self.tr("One sentence for later"), least=2, most=8)
        self._autosave = Autosave(self.why, self._saving_at(self._field.cell))
        self._asks_why = LabelledField(self.tr("Why"), self.why)
        inner = QWidget()
        set_surface(inner, Surface.PANEL)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, STEP, 0)
        column.setSpacing(2 * STEP)
        for widget in (self.where, self._people, self.mark, self._asks_why):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        self.body.addWidget(scroll, 1)
        self.set_title(self.tr("This field"))

    def first_field(self) -> QWidget:
        """Where one goes in by keyboard."""
        buttons = [*self._people.findChildren(QPushButton), *self.mark.findChildren(QPushButton)]
        return next(b for b in buttons if b.isVisible() and (b.isChecked() or not b.isCheckable()))

    def go_in(self) -> QWidget:
        """Begin in here by keyboard, at the field that comes back; whoever shows this panel scrolls to it."""
        field = self.first_field()
        field.setFocus()
        self._scroll.ensureWidgetVisible(field)
        return field

    def save_now(self) -> None:
        """Save what is being typed."""
        self._autosave.end_sitting()

    def show_field(self, compass: Compass, cell: Cell) -> None:
        """Show another cell, or the same as it is now: its people as charted, and what one thinks of it by now."""
        is_other = cell != self._field.cell
        if is_other:
            self._autosave.turn_to(cell, self._saving_at(cell))
        self._field = field = compass.at(cell)
        place = self.tr("{area} in {setting}")
        self.where.setText(place.format(area=self._labels.area(cell.area), setting=self._labels.setting(cell.setting)))
        self._show_people(field, compass.doors(cell))
        thought = self._workspace.compass.thought(cell)
        self._shows = True
        self.mark.choose(thought.mark.value if thought else NOTHING)
        self._shows = False
        self._asks_why.setVisible(thought is not None)
        why = thought.why if thought else ""
        is_typed = why == self.why.toPlainText().strip()  # it is saved without the blank before the next word
        if not self._autosave.pending and (is_other or not is_typed):
            self._autosave.show_text(why)

    def _show_people(self, field: Field, doors: Sequence[PersonId]) -> None:
        while (item := self.groups.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        groups = (
            (self.tr("Met"), field.met),
            (self.tr("To meet"), field.planned),
            (self.tr("Among your people, not met there yet"), field.known),
            (self.tr("Could introduce you"), doors if not (field.met or field.planned) else ()),
        )
        for title, people in groups:
            if people:
                self._add(PlainLabel(title, TextSize.CAPTION, "soft"))
                self._add(self._names(people))
        if not any(people for _, people in groups):
            self._add(PlainLabel(self.tr("Nobody yet. An association or a school may know somebody.")))

    def _add(self, widget: QWidget) -> None:
        """Seen at once, so that the keyboard may go there."""
        self.groups.addWidget(widget)
        widget.show()

    def _names(self, people: Sequence[PersonId]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        for person in people[:SHOWN]:
            try:
                name = one_line(self._workspace.people.get(person).profile.full_name)
            except NotFound:
                continue
            button = plain_button(caption(name))
            button.setProperty("kind", "link")
            button.setProperty("about", int(person))
            button.setAccessibleName(name)
            button.clicked.connect(self._go)
            flow.addWidget(button)
        if len(people) > SHOWN:
            more = self.tr("and {n} more").format(n=self.locale().toString(len(people) - SHOWN))
            flow.addWidget(PlainLabel(more, TextSize.CAPTION, "soft"))
        return holder

    def _go(self) -> None:
        sender = self.sender()
        self._intents.person_wanted.emit(int(sender.property("about")))

    def _choose(self, key: str) -> None:
        if self._shows:
            return
        mark = None if key == NOTHING else Mark(key)
        cell, why = self._field.cell, self.why.toPlainText()
        if not succeeded(self._intents, lambda: self._workspace.compass.mark(cell, mark, why)):
            return
        self._asks_why.setVisible(mark is not None)  # of very many people the chart comes later
        if mark is not None:
            self.why.setFocus()

    def _saving_at(self, cell: Cell) -> Save:
        def save(text: str, sitting: int | None) -> Kept:
            thought = self._workspace.compass.thought(cell)
            if thought is None:
                return Kept(sitting)
            return Kept(self._workspace.compass.mark(cell, thought.mark, text, sitting=sitting))

        return lambda text, sitting: attempt(self._intents, lambda: save(text, sitting))
