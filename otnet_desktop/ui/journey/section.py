"""One part of the Journey place: a sentence, what one can do, and cards that are read anew when something changed.

Public: ``Section(workspace, bridge, intents, sentence)``: name ``ROOMS``, build ``head`` once, and override ``fill``,
which adds to ``self.items``; ``act(text, key, slot)`` makes a button that remembers what it is about (``about(self)``);
``person_button(person)`` leads to somebody. Read only while it is seen; the focus stays on the same thing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.literal import caption, one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.scrolled import scrolled


class Section(QWidget):
    """Scrolls by itself; at most as wide as one reads well."""

    ROOMS: frozenset[Room] = frozenset({Room.JOURNEY, Room.PEOPLE, Room.MEETINGS, Room.PREFERENCES})
    WIDTH = 860
    """As drawn."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.intents = intents
        self._is_stale = True
        self._names: dict[PersonId, str] = {}
        self.sentence = PlainLabel(sentence, tone="soft")
        self._head = QWidget()
        self.head = FlowLayout(self._head)
        """What one can do here, whatever there is."""
        self._content = QWidget()
        self.items = QVBoxLayout(self._content)
        """Where ``fill`` puts its cards."""
        self._assemble()
        bridge.changed.connect(self._heed)

    def _assemble(self) -> None:
        page = QWidget()
        page.setMaximumWidth(look().metrics.shape(self.WIDTH))
        column = self.column = QVBoxLayout(page)
        """Sentence, deeds, cards; a row of chips goes between them."""
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        for widget in (self.sentence, self._head, self._content):
            column.addWidget(widget)
        column.addStretch(1)
        self.items.setContentsMargins(0, 0, 0, 0)
        self.items.setSpacing(3 * STEP)
        middle = QWidget()
        set_surface(middle, Surface.GROUND)
        row = QHBoxLayout(middle)
        row.setContentsMargins(6 * STEP, 2 * STEP, 6 * STEP, 6 * STEP)
        row.addWidget(page, 1000)
        row.addStretch(1)
        scroll = scrolled(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def fill(self) -> None:
        """Read, and add to ``items``."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile."""
        super().showEvent(event)
        self.read_anew()

    def read_anew(self) -> None:
        """Show what holds now, unless it is shown already."""
        if not self._is_stale:
            return
        self._is_stale = False
        self._names.clear()
        focused: QWidget | None = self.window().focusWidget()  # also while a form stands in front of it
        name = focused.objectName() if focused is not None and self._content.isAncestorOf(focused) else ""
        while (item := self.items.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.fill()
        for card in self._content.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if self.items.indexOf(card) >= 0:
                card.show()  # now: the layout would do so only later, too late for the focus
        again = self._shown(name) if name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name and (first := self._head.findChild(QPushButton)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self, name: str) -> QWidget | None:
        """What is called that and was not put away."""
        return next((w for w in self._content.findChildren(QWidget, name) if w.isVisible()), None)

    def turn_stale(self) -> None:
        """Read again at the next sight; at once while it is seen."""
        self._is_stale = True
        if self.isVisible():
            self.read_anew()

    def _heed(self, changed: Changed) -> None:
        if changed.rooms & self.ROOMS:
            self.turn_stale()

    def act(self, text: str, key: str, slot: Callable[[], None], spoken: str = "") -> QPushButton:
        """A button about the thing called ``key``; ``spoken`` names that thing to a screen reader."""
        button = plain_button(text)
        button.setObjectName(f"{text}:{key}")
        button.setProperty("about", key)
        if spoken:
            button.setAccessibleName(f"{text}: {one_line(spoken)}")
        button.clicked.connect(slot)
        return button

    def person_button(self, person: PersonId) -> QPushButton:
        """Somebody's name, which leads to them."""
        button = plain_button(caption(self.name_of(person)))
        button.setProperty("kind", "link")
        button.setObjectName(f"person:{person}")
        button.setProperty("about", str(int(person)))
        button.setAccessibleName(self.name_of(person))
        button.clicked.connect(self._go_to_person)
        return button

    def name_of(self, person: PersonId) -> str:
        """What somebody is called in full; "" for who is gone."""
        if person not in self._names:
            try:
                self._names[person] = one_line(self.workspace.people.get(person).profile.full_name)
            except NotFound:
                self._names[person] = ""
        return self._names[person]

    def today(self) -> date:
        """The day it is for the user."""
        return self.workspace.clock.now().astimezone(self.workspace.preferences.timing().zone).date()

    def _go_to_person(self) -> None:
        self.intents.person_wanted.emit(int(about(self)))


def about(section: QWidget) -> str:
    """In the slot of a button: what it is about."""
    sender = section.sender()
    return str(sender.property("about"))
