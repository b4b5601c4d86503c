"""Quick capture: one line a person, all of them in one step, met at an event if there was one.

Public: ``CaptureForm(workspace, intents)``. What is understood stands below as one types; Ctrl+Enter keeps it.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from otnet_desktop.services.capturing import Capture, choose, counts
from otnet_desktop.services.import_plan import Choice
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act, make_action
from otnet_desktop.ui.attempt import attempt
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.captured_row import CapturedRow
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm
from otnet_desktop.ui.words import plural

PAUSE_MS = 120
SHOWN = 40
"""Rows shown below; the rest is only counted."""


class CaptureForm(ShortForm):
    """Lines above, people below."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        set_help(self, "getting-started")
        self.setWindowTitle(self.tr("Add several people"))
        self.setAccessibleName(self.windowTitle())
        self.accept_button.setText(self.tr("Add"))
        self._workspace = workspace
        self._intents = intents
        self._capture = Capture()
        example = self.tr("Ada Lin, Harbor Kids Clinic, sensory gardens")
        self.lines = GrowingText(self.tr("People, one on each line"), example, least=4, most=10)
        self.occasion = QComboBox()
        self.occasion.setEditable(True)
        self.occasion.addItems(["", *workspace.capturing.events()])
        self.met = QCheckBox(self.tr("I talked to them there, and will write"))
        self.met.setEnabled(False)
        self.summary = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2 * STEP)
        field = LabelledField(self.tr("People, one on each line"), self.lines)
        field.say(self.tr("Name, place, what to remember. Addresses and numbers may stand anywhere."))
        for widget in (field, LabelledField(self.tr("Event"), self.occasion), self.met, self.summary):
            self.body.addWidget(widget)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.lines.textChanged.connect(self._pause.start)
        self.occasion.currentTextChanged.connect(self._heed_event)
        by_key = make_action(Act.HAND_OVER, self)  # Enter alone begins the next line
        by_key.triggered.connect(self.accept_button.click)
        self.addAction(by_key)
        self._look()
        self.lines.setFocus()

    def _heed_event(self) -> None:
        named = bool(self.occasion.currentText().strip())
        if named != self.met.isEnabled():
            self.met.setEnabled(named)
            self.met.setChecked(named)

    def _look(self) -> None:
        """Read the lines anew. What was said about an equal name is said again for the same line."""
        self._pause.stop()
        said = {one.line.profile.full_name: one.entry.choice for one in self._capture.lines}
        self._capture = self._workspace.capturing.plan(self.lines.toPlainText())
        for one in self._capture.lines:
            if one.line.profile.full_name in said:
                choose(self._capture, one.line.line, said[one.line.profile.full_name])
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.deleteLater()
        for one in self._capture.lines[:SHOWN]:
            row = CapturedRow(one, self._capture.people.get(one.entry.whom))
            row.chosen.connect(self._choose)
            self._rows.addWidget(row)
        self._count()

    def _choose(self, line: int, choice: str) -> None:
        choose(self._capture, line, Choice(choice))
        self._count()

    def _count(self) -> None:
        new, known = counts(self._capture.lines)
        told = [
            plural(new, self.tr("{n} new person"), self.tr("{n} new people")) if new else "",
            plural(known, self.tr("{n} here already"), self.tr("{n} here already")) if known else "",
        ]
        self.summary.setText(", ".join(filter(None, told)))
        self.summary.setVisible(bool(self._capture.lines))
        self.accept_button.setEnabled(bool(self._capture.lines))

    def save(self) -> bool:
        """Keep everybody."""
        self._look()
        event = " ".join(self.occasion.currentText().split())
        met = self.met.isEnabled() and self.met.isChecked()
        kept = attempt(self._intents, lambda: self._workspace.capturing.keep(self._capture, event=event, met=met))
        if kept is None:
            return False
        one, many = self.tr("{n} person was kept"), self.tr("{n} people were kept")
        self._intents.undoable.emit(plural(len(kept), one, many))
        self._intents.person_wanted.emit(kept[0])
        self._intents.came_in.emit(kept)
        return True
