"""Writing people to a file: which kind, who, with private notes or not, and where.

Public: ``ExportForm(workspace, intents, tasks, audience)`` and ``Audience``, whom the window shows and has chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget
from shiboken6 import isValid

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.exporting import ARCHIVE, CALENDAR, VCARD_4
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.documents import documents_folder
from otnet_desktop.ui.exchange.export_check import ExportCheck
from otnet_desktop.ui.exchange.export_kinds import ExportKind, KindBox, export_kinds
from otnet_desktop.ui.exchange.export_pages import PAGES, write_pages
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.said import said
from otnet_desktop.ui.tasks import Task, Tasks, even_if_gone
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.timeline.meeting_words import said_meeting
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.widgets.short_form import ShortForm
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate

EVERYONE, SHOWN, CHOSEN = "everyone", "shown", "chosen"


@dataclass(frozen=True, slots=True)
class Audience:
    """``chosen`` are those marked in the list; ``shown`` those the list is narrowed to, nobody if it is not."""

    chosen: tuple[PersonId, ...] = ()
    shown: tuple[PersonId, ...] = ()


class ExportForm(ShortForm):
    """A short form; the file is written in a worker."""

    def __init__(
        self, workspace: Workspace, intents: Intents, tasks: Tasks, audience: Audience, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Export"))
        self.setAccessibleName(self.tr("Export"))
        self.accept_button.setText(self.tr("Export"))
        set_help(self, "import-export")
        self._workspace = workspace
        self._intents = intents
        self._tasks = tasks
        self._audience = audience
        self._replacing = ""
        self._waits = False
        """Export was pressed before it was known what leaves."""
        self._written_to = Path()
        self._writes_meetings = False
        self._kinds = {kind.key: kind for kind in export_kinds()}
        self.kind = KindBox(self.tr("Kind of file"), tuple(self._kinds.values()))
        self.kind.chosen.connect(self._fit_kind)
        self._said = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.who = Segmented(self.tr("Who"), self._offered())
        self.who.setVisible(bool(audience.chosen or audience.shown))
        self.who.chosen.connect(self._suggest)
        self.private = QCheckBox(self.tr("With private notes"))
        self._warning = PlainLabel(
            self.tr("Notes are for you alone. Leave this off when the file goes to anybody else."),
            TextSize.CAPTION,
            "soft",
        )
        self.check = ExportCheck(workspace, tasks)
        self.check.looked.connect(self._was_looked)
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
        whole = LabelledField(self.tr("Kind of file"), self.kind)
        for widget in (whole, self._said, self.who, self.private, self._warning, self.check, self._where):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._fit_kind(VCARD_4)

    def save(self) -> bool:
        """Begin to write; the form closes when the file is there."""
        path = whole_path(self.path.text().strip())
        if path is None:
            self._where.say(self.tr("Say where to, as a whole path: /home/you/network.vcf"), wrong=True)
            self.path.setFocus()
            return False
        if is_taken(path) and str(path) != self._replacing:
            self._replacing = str(path)
            self._where.say(self.tr("There is such a file already. Export again to replace it."), wrong=True)
            return False
        if self.check.is_looking:
            self._waits = True
            self._where.say(self.tr("Looking first at what would leave…"))
            return False
        kind, private = self._kind(), self.private.isChecked() and self.private.isEnabled()
        people = self._people()

        def work(_task: Task) -> int:
            with self._workspace.roster.elsewhere():
                if kind.key in PAGES:
                    return write_pages(self._workspace, kind.key, path, people, private=private)
                exporting = self._workspace.exporting
                return exporting.write(kind.key, path, private=private, people=people, say_meeting=said_meeting)

        self._written_to, self._writes_meetings = path, kind.key == CALENDAR
        self.accept_button.setEnabled(False)
        self._where.say(self.tr("Writing…"))
        self._tasks.run(work, even_if_gone(self._tell), even_if_gone(self._tell_why_not))
        return False

    def done(self, result: int) -> None:
        """It is closed: what is being written is finished, and how that went is told in the window."""
        self.check.leave()
        super().done(result)

    def _tell(self, written: int) -> None:
        if self._writes_meetings:
            what = plural(written, translate("ExportForm", "{n} meeting"), translate("ExportForm", "{n} meetings"))
        else:
            what = plural(written, translate("ExportForm", "{n} person"), translate("ExportForm", "{n} people"))
        said = translate("ExportForm", "{what} written to {path}").format(what=what, path=self._written_to)
        self._intents.said.emit(one_line(said))
        if isValid(self):
            self.reject()

    def _tell_why_not(self, error: Exception) -> None:
        if not isValid(self):
            self._intents.failed.emit(error)
            return
        self.accept_button.setEnabled(True)
        self._where.say(said(error.told if isinstance(error, OtnetError) else str(error)), wrong=True)

    def _was_looked(self) -> None:
        """Whoever pressed Export before decides again where there is something to know."""
        waited, self._waits = self._waits, False
        if waited and self.check.text():
            self._where.say(self.tr("Export again to write it as it is."))
        elif waited:
            self._where.say("")
            self.accept()

    def _look(self) -> None:
        """What leaves with the file is looked at before it does."""
        self._waits = False
        if self._kind().key == ARCHIVE:
            self.check.look_at_everything()
        elif self._kind().key in PAGES and self._kind().notes and self.private.isChecked():
            self.check.look_at_pages(self._people())
        elif self._kind().notes and self.private.isChecked():
            self.check.look_at_notes(self._people())
        else:
            self.check.leave()

    def _kind(self) -> ExportKind:
        return self._kinds[self.kind.chosen_key()]

    def _offered(self) -> list[tuple[str, str]]:
        """Whom one may write: everyone, those the list is narrowed to, those chosen in it."""
        found = [(EVERYONE, self.tr("Everyone"))]
        if self._audience.shown:
            found.append((SHOWN, self.tr("In the list ({n})").format(n=len(self._audience.shown))))
        if len(self._audience.chosen) > 1:
            found.append((CHOSEN, self.tr("Chosen ({n})").format(n=len(self._audience.chosen))))
        elif self._audience.chosen:
            found.append((CHOSEN, one_line(self._workspace.people.get(self._audience.chosen[0]).profile.full_name)))
        return found

    def _people(self) -> tuple[PersonId, ...]:
        """Who is written; nobody named is everyone."""
        if not self._kind().some:
            return ()
        return {SHOWN: self._audience.shown, CHOSEN: self._audience.chosen}.get(self.who.chosen_key(), ())

    def _fit_kind(self, _key: str) -> None:
        kind = self._kind()
        self._said.setText(kind.good_for)
        self.who.setEnabled(kind.some)
        self.private.setEnabled(kind.notes)
        self._warning.setVisible(kind.notes)
        self._suggest()

    def _suggest(self) -> None:
        """A free name in the user's documents, kept in step with what is chosen."""
        zone = self._workspace.preferences.timing().zone
        day = self._workspace.clock.now().astimezone(zone).date()
        self.path.setText(str(free_path(documents_folder(), day, self._kind().ending)))
        self._replacing = ""
        self._where.say("")
        self._look()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Export to"), self.path.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._kind().ending)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, path: str) -> None:
        """A file chosen in a dialog, which has asked about replacing it."""
        self.path.setText(path)
        self._replacing = path
        self._where.say("")


def whole_path(text: str) -> Path | None:
    """The place that was typed; None where it is none."""
    try:
        path = Path(text).expanduser()
    except RuntimeError:  # the home of somebody who is not here
        return None
    return path if path.is_absolute() else None


def is_taken(path: Path) -> bool:
    """Whether there is such a file. Of a place one may not look into, writing tells what is wrong."""
    try:
        return path.exists()
    except OSError:
        return False


def free_path(folder: Path, day: date, ending: str) -> Path:
    """``network-2026-03-18.vcf``, numbered when that is taken. Never named after anybody."""
    path, number = folder / f"network-{day.isoformat()}.{ending}", 1
    while path.exists():
        number += 1
        path = path.with_name(f"network-{day.isoformat()}-{number}.{ending}")
    return path
