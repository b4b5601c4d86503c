"""The recovery sheet: the code that opens the data without the passphrase, to print or to keep as PDF elsewhere.

Public: ``RecoveryForm(workspace, intents, is_new)`` and ``recovery_paper(sheet, day)``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otnet_desktop.services.locking import RecoverySheet
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.dates import written_day
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.paper import Paper, pdf_of
from otnet_desktop.ui.journey.where_to import ask_where
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.short_form import ShortForm

translate = QCoreApplication.translate

GROUPS_IN_A_LINE = 4


def recovery_paper(sheet: RecoverySheet, day: date) -> Paper:
    """The page."""
    paper = Paper(translate("RecoverySheet", "Recovery sheet for OTnet Desktop"), 12)
    paper.paragraph(translate("RecoverySheet", "Written on {day}").format(day=written_day(day)))
    paper.heading(translate("RecoverySheet", "The code"))
    for line in in_lines(sheet.code):
        paper.paragraph(line)
    paper.heading(translate("RecoverySheet", "What it is for"))
    told = translate(
        "RecoverySheet", "It opens your data when the passphrase is forgotten: choose “Use the recovery code”."
    )
    paper.paragraph(told)
    paper.points(
        [
            translate("RecoverySheet", "Whoever has it and the file can read everything: keep it where nobody looks."),
            translate("RecoverySheet", "It holds until the passphrase is changed or removed; then print a new one."),
            translate("RecoverySheet", "Backups made before the passphrase was changed need the sheet of that time."),
        ]
    )
    paper.paragraph(translate("RecoverySheet", "The data: {path}").format(path=sheet.data))
    return paper


def in_lines(code: str) -> list[str]:
    """The code in a few lines that can be copied by hand."""
    groups = code.split("-")
    return ["-".join(groups[start : start + GROUPS_IN_A_LINE]) for start in range(0, len(groups), GROUPS_IN_A_LINE)]


class RecoveryForm(ShortForm):
    """Print it, keep it as PDF, or copy it by hand. A new one is not put away unseen: Esc asks first."""

    def __init__(
        self, workspace: Workspace, intents: Intents, parent: QWidget | None = None, *, is_new: bool = False
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Recovery sheet"))
        self.setAccessibleName(self.tr("Recovery sheet"))
        self.accept_button.setText(self.tr("I have it"))
        set_help(self, "privacy-and-data")
        self._workspace = workspace
        self._intents = intents
        self._asks = is_new
        sheet = workspace.locking.recovery_sheet()
        zone = workspace.preferences.timing().zone
        self.paper = recovery_paper(sheet, workspace.clock.now().astimezone(zone).date())
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "This code opens your data when the passphrase is forgotten. Print it and keep it where you keep "
                    "your papers, not on this computer."
                )
            )
        )
        self.code = Code("\n".join(in_lines(sheet.code)))
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.body.addWidget(self.code)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        self.print_button = plain_button(self.tr("Print…"))
        self.print_button.clicked.connect(self._print)
        self.pdf_button = plain_button(self.tr("Save as PDF…"))
        self.pdf_button.clicked.connect(self._ask_where)
        row.addWidget(self.print_button)
        row.addWidget(self.pdf_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self._asked = PlainLabel(size=TextSize.CAPTION, tone="due")
        self._asked.hide()
        self.body.addWidget(self._asked)
        self.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """There is nothing to cancel."""
        super().showEvent(event)
        self.leave_button.hide()

    def save(self) -> bool:
        """There is nothing to save."""
        return True

    def reject(self) -> None:
        """Esc, or the window's own button: once, a new sheet with which nothing was done asks."""
        if not self._asks:
            super().reject()
            return
        self._asks = False
        self._asked.setText(
            self.tr(
                "This sheet is neither printed nor kept yet. Without it, a forgotten passphrase means that everything "
                "is lost. Press Esc once more to close it all the same; the settings show it again."
            )
        )
        self._asked.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._asked.text()))

    def keep(self, file: str) -> None:
        """Write the sheet as PDF."""
        page = pdf_of(self.paper)
        if succeeded(self._intents, lambda: self._workspace.exporting.write_page(Path(file), page)):
            self._asks = False
            self._intents.said.emit(self.tr("The recovery sheet is in {file}").format(file=file))

    def _print(self) -> None:
        from otnet_desktop.ui.journey.printing import PaperDialog

        self._asks = False
        PaperDialog(self.paper, self).show()

    def _ask_where(self) -> None:
        ask_where(self, self.tr("Keep the recovery sheet"), self.tr("recovery sheet"), "pdf", self.keep)


class Code(PlainLabel):
    """Tab reaches it, and marks it all, so that it is seen where one is and Ctrl+C takes it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, TextSize.HEADING, selectable=True, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keyboard; with the mouse one marks what one wants."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setSelection(0, len(self.text()))
