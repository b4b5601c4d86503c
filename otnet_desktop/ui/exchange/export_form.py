"""Writing people to a file: which kind, who, with private notes or not, and where.

Public: ``ExportForm(workspace, intents, tasks, person)``; ``person`` is who is shown in the window, 0 for nobody.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.exchange.export_check import ExportCheck
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.tasks import Task, Tasks
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.widgets.short_form import ShortForm
from otnet_desktop.ui.words import plural

VCARD, ARCHIVE = "vcard4", "archive"
ENDINGS = {VCARD: "vcf", ARCHIVE: "zip"}
EVERYONE, ONE = "everyone", "one"


class ExportForm(ShortForm):
    """A short form; the file is written in a worker."""

    def __init__(
        self, workspace: Workspace, intents: Intents, tasks: Tasks, person: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Export"))
        self.setAccessibleName(self.tr("Export"))
        self.accept_button.setText(self.tr("Export"))
        set_help(self, "import-export")
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._person = PersonId(person)
        self._replacing = ""
        self._written_to = Path()
        self._task: Task | None = None
        kinds = (VCARD, self.tr("vCard 4.0, for any address book")), (ARCHIVE, self.tr("Archive of everything"))
        self.kind = Segmented(self.tr("Kind of file"), kinds)
        self.kind.chosen.connect(self._fit_kind)
        self._said = PlainLabel(size=TextSize.CAPTION, tone="soft")
        name = workspace.people.get(self._person).profile.full_name if person else ""
        self.who = Segmented(self.tr("Who"), ((EVERYONE, self.tr("Everyone")), (ONE, one_line(name))))
        self.who.setVisible(bool(person))
        self.who.chosen.connect(self._suggest)
        self.private = QCheckBox(self.tr("With private notes"))
        self._warning = PlainLabel(
            self.tr("Notes are for you alone. Leave this off when the file goes to anybody else."),
            TextSize.CAPTION,
            "soft",
        )
        self.check = ExportCheck(workspace, tasks)
        self.private.toggled.connect(self._look)
        self.path = QLineEdit()
        choose = plain_button(self.tr("Choose…"))
        choose.setAccessibleName(self.tr("Choose where to write the file"))
        choose.clicked.connect(self._choose)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2 * STEP)
        across.addWidget(self.path, 1)
        across.addWidget(choose)
        row.setFocusProxy(self.path)
        self.path.setAccessibleName(self.tr("File"))
        self._where = LabelledField(self.tr("File"), row)
        for widget in (self.kind, self._said, self.who, self.private, self._warning, self.check, self._where):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._fit_kind(VCARD)

    def save(self) -> bool:
        """Begin to write; the form closes when the file is there."""
        path = Path(self.path.text().strip()).expanduser()
        if not self.path.text().strip() or not path.is_absolute():
            self._where.say(self.tr("Say where to, as a whole path: /home/you/network.vcf"), wrong=True)
            self.path.setFocus()
            return False
        if path.exists() and str(path) != self._replacing:
            self._replacing = str(path)
            self._where.say(self.tr("There is such a file already. Export again to replace it."), wrong=True)
            return False
        kind, private = self.kind.chosen_key(), self.private.isChecked() and self.private.isEnabled()
        people = [self._person] if self._only_one() else []

        def work(_task: Task) -> int:
            with self._workspace.roster.elsewhere():
                return self._workspace.exporting.write(kind, path, private=private, people=people)

        self._written_to = path
        self.accept_button.setEnabled(False)
        self._where.say(self.tr("Writing…"))
        self._task = self._tasks.run(work, self._tell, self._tell_why_not)
        return False

    def done(self, result: int) -> None:
        """It is closed: what is being written is finished, but nobody here needs to hear of it."""
        if self._task is not None:
            self._task.cancel()
        self.check.leave()
        super().done(result)

    def _tell(self, written: int) -> None:
        people = plural(written, self.tr("{n} person"), self.tr("{n} people"))
        said = self.tr("{people} written to {path}").format(people=people, path=self._written_to)
        self._intents.said.emit(one_line(said))
        self.reject()

    def _tell_why_not(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self._where.say(str(error), wrong=True)

    def _look(self) -> None:
        """What leaves with the file is looked at before it does."""
        if self.kind.chosen_key() == ARCHIVE:
            self.check.look_at_everything()
        elif self.private.isChecked():
            self.check.look_at_notes([self._person] if self._only_one() else [])
        else:
            self.check.leave()

    def _only_one(self) -> bool:
        return bool(self._person) and self.who.chosen_key() == ONE and self.kind.chosen_key() == VCARD

    def _fit_kind(self, kind: str) -> None:
        cards = kind == VCARD
        self._said.setText(
            self.tr("Names, places and ways to reach people; every phone and address book reads it.")
            if cards
            else self.tr("All of it: people, notes, meetings, mails. Only for yourself, to keep or to move house.")
        )
        self.who.setEnabled(cards)
        self.private.setEnabled(cards)
        self._warning.setVisible(cards)
        self._suggest()

    def _suggest(self) -> None:
        """A free name in the user's documents, kept in step with what is chosen."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        zone = self._workspace.preferences.timing().zone
        day = self._workspace.clock.now().astimezone(zone).date()
        self.path.setText(str(free_path(folder, day, ENDINGS[self.kind.chosen_key()])))
        self._replacing = ""
        self._where.say("")
        self._look()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to"), self.path.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDINGS[self.kind.chosen_key()])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, path: str) -> None:
        """A file chosen in a dialog, which has asked about replacing it."""
        self.path.setText(path)
        self._replacing = path
        self._where.say("")


def free_path(folder: Path, day: date, ending: str) -> Path:
    """``network-2026-03-18.vcf``, numbered when that is taken. Never named after anybody."""
    path, number = folder / f"network-{day.isoformat()}.{ending}", 1
    while path.exists():
        number += 1
        path = path.with_name(f"network-{day.isoformat()}-{number}.{ending}")
    return path
