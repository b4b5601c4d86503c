"""Who introduced whom: a picture, and beside it the same as a list one walks by keyboard and screen reader.

Public: ``IntroductionsPart(workspace, bridge, intents)``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QTreeWidget, QTreeWidgetItem, QWidget

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.introductions import Tree
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.compass.tree_picture import TreePicture
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.theme.literal import literal_tip, one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.initials import tint_of

PERSON = int(Qt.ItemDataRole.UserRole)
ROOMS = frozenset({Room.PEOPLE})
LIST = 260
"""The width of the list, as drawn."""


class IntroductionsPart(QWidget):
    """Whoever is chosen in one is chosen in the other; Enter or a double click goes to them."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._intents = intents
        self._is_stale = True
        self._items: dict[PersonId, QTreeWidgetItem] = {}
        self.picture = TreePicture()
        self.picture.chosen.connect(self._choose)
        self.picture.opened.connect(self._open)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Who introduced whom, as a list"))
        self.list.setHeaderHidden(True)
        self.list.currentItemChanged.connect(self._follow)
        self.list.itemActivated.connect(self._open_item)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.picture)
        self._split.addWidget(self.list)
        self._split.setStretchFactor(0, 1)
        self._split.setCollapsible(0, False)
        self._split.setSizes([3 * look().metrics.shape(LIST), look().metrics.shape(LIST)])
        self._empty = EmptyState(
            "people",
            self.tr("No introductions yet"),
            self.tr("Log an introduction, or say with a person through whom you met. It will show here."),
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        bridge.changed.connect(self._heed)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _heed(self, changed: Changed) -> None:
        if changed.rooms & ROOMS:
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        self._is_stale = False
        tree = self._workspace.introductions.tree()
        people = {person.id: person for person in self._workspace.people.many([spot.person for spot in tree.spots])}
        names = {number: one_line(person.profile.full_name) for number, person in people.items()}
        tints = {number: tint_of(person.ref) for number, person in people.items()}
        self._stack.setCurrentWidget(self._split if tree.spots else self._empty)
        self.picture.show_tree(tree, names, tints)
        self._fill(tree, names)

    def _fill(self, tree: Tree, names: dict[PersonId, str]) -> None:
        """Everybody below who introduced them; what is said is a whole sentence."""
        self.list.clear()
        self._items = {}
        also: dict[PersonId, list[str]] = {}
        for link in tree.more:
            also.setdefault(link.to, []).append(names[link.by])
        for spot in tree.spots:
            item = QTreeWidgetItem([names[spot.person]])
            item.setData(0, PERSON, int(spot.person))
            by = ([names[spot.by]] if spot.by is not None else []) + also.get(spot.person, [])
            if by:
                told = self.tr("{name}, introduced by {others}").format(name=names[spot.person], others=", ".join(by))
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
                item.setToolTip(0, literal_tip(told))
            above = self._items.get(spot.by) if spot.by is not None else None
            if above is None:
                self.list.addTopLevelItem(item)
            else:
                above.addChild(item)
            self._items[spot.person] = item
        self.list.expandAll()
        if tree.spots:
            self.list.setCurrentItem(self._items[tree.spots[0].person])

    def _follow(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.picture.choose(PersonId(int(item.data(0, PERSON))))

    def _choose(self, person: int) -> None:
        self.list.setCurrentItem(self._items[PersonId(person)])

    def _open(self, person: int) -> None:
        self._intents.person_wanted.emit(person)

    def _open_item(self, item: QTreeWidgetItem) -> None:
        self._open(int(item.data(0, PERSON)))
