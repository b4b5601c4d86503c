"""Perhaps twice here: who may be one person, and who only shares a detail. Nothing is ever merged by itself.

Public: ``TwicePage(workspace)`` with ``show_found(found)``, ``show_looking()`` and the signals ``side_by_side(people)``
and ``different(people)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from otnet_desktop.domain.duplicates.finding import Found
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.duplicates.merge_page import MOST
from otnet_desktop.ui.duplicates.words import said_clues
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.theme.icons import icon
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.words import plural

PEOPLE = Qt.ItemDataRole.UserRole
TWINS, SHARING = "twins", "sharing"
NAMES_MOST = 6
"""More than that are counted."""
ROWS_MOST = 500
"""More groups than anybody goes through in one sitting; the next ones come when these are settled."""

Group = tuple[tuple[PersonId, ...], str]


class TwicePage(Aside):
    """Two lists under one switch, and what one may say about a pair."""

    side_by_side = Signal(tuple)
    different = Signal(tuple)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Perhaps twice here"))
        set_help(self, "duplicates")
        self._workspace = workspace
        self._groups: dict[str, list[Group]] = {TWINS: [], SHARING: []}
        self.kind = Segmented(
            self.tr("Show"), ((TWINS, self.tr("Perhaps one person")), (SHARING, self.tr("Share a detail")))
        )
        self.kind.chosen.connect(self._fill)
        self.pairs = QListWidget()
        self.pairs.setAccessibleName(self.tr("People who are perhaps one"))
        self.pairs.setWordWrap(True)
        self.pairs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pairs.itemActivated.connect(self._look)
        self.pairs.currentRowChanged.connect(self._fit)
        self.look_button = primary_button(self.tr("Look at them side by side"), "people")
        self.look_button.clicked.connect(self._look)
        self.different_button = plain_button(self.tr("They are different people"))
        self.different_button.clicked.connect(self._tell_apart)
        self._told = PlainLabel(tone="soft")
        self.none = EmptyState(
            "check-circle",
            self.tr("Nobody seems to be here twice"),
            self.tr("When somebody comes in a second time, by another name or address, you find them here."),
        )
        self._looking = EmptyState("search", self.tr("Looking…"), self.tr("Everybody is compared with everybody."))
        self._stack = QStackedWidget()
        for page in (self._looking, self.pairs, self.none):
            self._stack.addWidget(page)
        foot = FlowLayout(spacing=2 * STEP)
        foot.addWidget(self.look_button)
        foot.addWidget(self.different_button)
        self.body.addWidget(self.kind)
        self.body.addWidget(self._told)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(foot)
        self.show_looking()

    def first_field(self) -> QWidget:
        """The list."""
        return self.pairs

    def show_looking(self) -> None:
        """Nothing is known yet."""
        self._stack.setCurrentWidget(self._looking)
        self._fit()

    def show_found(self, found: Found) -> None:
        """Fill both lists; what was chosen stays chosen where it can."""
        was_looking = self._stack.currentWidget() is self._looking
        self._groups = {
            TWINS: [(twins.people, "; ".join(map(said_clues, twins.clues))) for twins in found.twins],
            SHARING: [(sharing.people, said_clues((sharing.clue,))) for sharing in found.sharing],
        }
        for key, text in ((TWINS, self.tr("Perhaps one person")), (SHARING, self.tr("Share a detail"))):
            count = self.locale().toString(len(self._groups[key]))
            said = self.tr("{what} ({number})").format(what=text, number=count)
            self.kind.say(key, said, said)
        with self.keyboard_kept(self.pairs, self.kind):
            self._fill()
        if was_looking and self.isVisible():
            (self.pairs if self.pairs.count() else self.kind).setFocus()

    def _fill(self) -> None:
        groups = self._groups[self.kind.chosen_key()]
        shown = groups[:ROWS_MOST]
        chosen = self.pairs.currentRow()
        named = sorted({person for people, _evidence in shown for person in people})
        rows = {row.id: row for row in self._workspace.roster.rows(named)}
        self.pairs.clear()
        for people, evidence in shown:
            names = [one_line(rows[p].name) for p in people if p in rows]
            item = QListWidgetItem(f"{self._said_names(names)}\n{evidence}")
            item.setIcon(icon("people", Role.SOFT))
            item.setData(PEOPLE, people)
            self.pairs.addItem(item)
        self.pairs.setCurrentRow(min(max(chosen, 0), self.pairs.count() - 1))
        sharing = self.kind.chosen_key() == SHARING
        self._told.setText(
            self.tr("Different people for all that is known: a family's phone, a clinic's mailbox, an equal name.")
            if sharing
            else self.tr("Nothing is merged by itself. Look at them side by side, and say what they are.")
        )
        self._told.setVisible(bool(groups))
        self._stack.setCurrentWidget(self.pairs if groups else self.none)
        self._fit()

    def _said_names(self, names: Sequence[str]) -> str:
        if len(names) <= NAMES_MOST:
            return " · ".join(names)
        more = plural(len(names) - NAMES_MOST, self.tr("{n} more"), self.tr("{n} more"))
        return " · ".join((*names[:NAMES_MOST], more))

    def _chosen(self) -> tuple[PersonId, ...]:
        if self._stack.currentWidget() is not self.pairs or self.pairs.currentRow() < 0:
            return ()
        return tuple(self.pairs.currentItem().data(PEOPLE))

    def _fit(self) -> None:
        people = self._chosen()
        is_twins = self.kind.chosen_key() == TWINS
        self.look_button.setEnabled(len(people) == 2 or (is_twins and bool(people)))
        self.different_button.setEnabled(1 < len(people) <= NAMES_MOST)

    def _look(self) -> None:
        people = self._chosen()
        if self.look_button.isEnabled() and self.isVisible():
            self.side_by_side.emit(people[:MOST])

    def _tell_apart(self) -> None:
        self.different.emit(self._chosen())
