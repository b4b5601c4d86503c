"""The Compass place: a map of areas by settings, the same as a table, and who introduced whom.

Public: ``CompassPage(workspace, bridge, intents, tasks)``.
"""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.compass import Cell, Compass
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.compass.cell_panel import CellPanel
from otnet_desktop.ui.compass.compass_model import CompassModel
from otnet_desktop.ui.compass.compass_table import CompassTable
from otnet_desktop.ui.compass.compass_view import CompassView
from otnet_desktop.ui.compass.introductions_part import IntroductionsPart
from otnet_desktop.ui.compass.words import Labels
from otnet_desktop.ui.compass.words_form import WordsForm
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.scrolled import scrolled
from otnet_desktop.ui.widgets.segmented import Segmented

MAP, TABLE, INTRODUCTIONS = "map", "table", "introductions"
ROOMS = frozenset({Room.JOURNEY, Room.PEOPLE, Room.MEETINGS, Room.WRITING})
BESIDE = 900
"""As drawn: wide enough for the panel beside the map."""
PANEL = 240
LEAST_MAP, LEAST_PANEL = 160, 110
"""As drawn: the least height of each that is worth looking at."""
NO_LIMIT = 16_777_215
"""Qt's own number for that."""


class CompassPage(QWidget):
    """Read when it is seen and something changed; of very many people by a worker."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, intents: Intents, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_help(self, "journey")
        set_surface(self, Surface.GROUND)
        self.setAccessibleName(self.tr("Compass"))
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._is_stale = True
        self._is_reading = False
        self._compass = Compass((), ())
        labels = Labels(workspace.material.vocabulary)
        self.model = CompassModel(labels, self)
        self.map = CompassView(self.model)
        self.table = CompassTable(labels, self.name_of)
        self.introductions = IntroductionsPart(workspace, bridge, intents)
        self.panel = CellPanel(workspace, intents)
        kinds = (MAP, self.tr("Map")), (TABLE, self.tr("Table"))
        self.kind = Segmented(self.tr("Show as"), (*kinds, (INTRODUCTIONS, self.tr("Who introduced whom"))))
        self.kind.chosen.connect(self._turn)
        self.every = QCheckBox(self.tr("All settings"))
        self.every.toggled.connect(self._show)
        self.own = quiet_button(self.tr("Words of your own…"), "plus")
        self.own.clicked.connect(self._add_words)
        self.sentence = PlainLabel(tone="soft")
        self.map.stood_on.connect(self._stand)
        self.map.entered.connect(self._go_in)
        self.table.stood_on.connect(self._stand)
        self._assemble()
        self._turn(MAP)
        bridge.changed.connect(self._heed)

    def _assemble(self) -> None:
        deeds = QWidget()
        flow = FlowLayout(deeds)
        flow.addWidget(self.kind)
        flow.addWidget(self.every)
        flow.addWidget(self.own)
        self._stack = QStackedWidget()
        for part in (self.map, self.table, self.introductions):
            self._stack.addWidget(part)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(3 * STEP)
        self._beside.addWidget(self._stack, 3)
        self._beside.addWidget(self.panel, 1)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Compass"), TextSize.HEADING), 1)
        page = QWidget()
        set_surface(page, Surface.GROUND)
        column = QVBoxLayout(page)
        column.setContentsMargins(6 * STEP, 4 * STEP, 6 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(deeds)
        column.addLayout(self._beside, 1)
        for shown in (self._stack, self.panel):  # as high as there is room, and the page scrolls where there is none
            shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        scroll = self._scroll = scrolled(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def name_of(self, person: PersonId) -> str:
        """What somebody is called in full."""
        try:
            return one_line(self._workspace.people.get(person).profile.full_name)
        except NotFound:
            return ""

    def first_field(self) -> QWidget:
        """Whoever comes here by keyboard begins on the map, or on what is shown in its place."""
        if self.kind.chosen_key() == INTRODUCTIONS:
            return self.introductions.list
        return self.table if self.kind.chosen_key() == TABLE else self.map

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: save."""
        super().hideEvent(event)
        self.panel.save_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel beside, or below."""
        super().resizeEvent(event)
        beside = self.width() >= look().metrics.shape(BESIDE)
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        shape = look().metrics.shape
        width = shape(PANEL)
        self._stack.setMinimumHeight(shape(LEAST_MAP))
        self.panel.setMinimumSize(width if beside else 0, shape(LEAST_PANEL))
        self.panel.setMaximumSize(
            *((width, NO_LIMIT) if beside else (NO_LIMIT, max(shape(LEAST_PANEL), 2 * self.height() // 5)))
        )

    def _heed(self, changed: Changed) -> None:
        if changed.rooms & ROOMS:
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        if self._is_reading:  # once more when that is read
            return
        self._is_stale = False
        if self._workspace.compass.is_large():
            self._is_reading = True
            self._tasks.run(self._chart, self._take, self._give_up)
        else:
            self._take(self._workspace.compass.chart())

    def _chart(self, _task: Task) -> Compass:
        with self._workspace.roster.elsewhere():
            return self._workspace.compass.chart()

    def _take(self, compass: Compass) -> None:
        self._is_reading = False
        self._compass = compass
        self._show()
        if self._is_stale and self.isVisible():
            self._read()

    def _give_up(self, error: Exception) -> None:
        self._is_reading = False
        self._is_stale = True
        self._intents.failed.emit(error)

    def _show(self) -> None:
        compass = self._compass
        used = compass.in_use
        stood = self._cell()
        self.every.setVisible(bool(used) and self.kind.chosen_key() == MAP)
        self.model.show_compass(compass, compass.settings if self.every.isChecked() or not used else used)
        if self.kind.chosen_key() == TABLE:
            self.table.show_compass(compass)
        if stood is not None and (index := self.model.index_of(stood)).isValid():
            self.map.setCurrentIndex(index)
        elif self.model.rowCount() and not self.map.currentIndex().isValid():
            self.map.setCurrentIndex(self.model.index(0, 0))
        self.sentence.setText(self._said(compass))
        self._stand()

    def _said(self, compass: Compass) -> str:
        calm = self.tr(
            "Nobody sees every field before choosing one. A few good conversations tell more than a full map."
        )
        gaps = compass.gaps()
        if not gaps:
            return calm
        names = [self.model_place(gap.cell) for gap in gaps[:3]]
        return f"{calm}\n{self.tr('Curious, and nobody met yet: {places}').format(places='; '.join(names))}"

    def model_place(self, cell: Cell) -> str:
        """A field in words."""
        labels = Labels(self._workspace.material.vocabulary)
        return self.tr("{area} in {setting}").format(area=labels.area(cell.area), setting=labels.setting(cell.setting))

    def _cell(self) -> Cell | None:
        if self.kind.chosen_key() == TABLE:
            return self.table.cell()
        field = self.model.field_at(self.map.currentIndex())
        return field.cell if field is not None else None

    def _stand(self) -> None:
        cell = self._cell()
        self.panel.setVisible(self.kind.chosen_key() != INTRODUCTIONS and cell is not None)
        if cell is not None:
            self.panel.show_field(self._compass, cell)

    def _add_words(self) -> None:
        WordsForm(self._workspace, self._intents, self.window()).open()

    def _go_in(self) -> None:
        self._scroll.ensureWidgetVisible(self.panel.go_in())

    def _turn(self, key: str) -> None:
        parts = {MAP: self.map, TABLE: self.table, INTRODUCTIONS: self.introductions}
        if key == TABLE:
            field = self.model.field_at(self.map.currentIndex())
            self.table.show_compass(self._compass, field.cell if field is not None else None)
        self._stack.setCurrentWidget(parts[key])
        self.every.setVisible(key == MAP and bool(self._compass.in_use))
        self.own.setVisible(key != INTRODUCTIONS)
        self.sentence.setVisible(key != INTRODUCTIONS)
        self._stand()
