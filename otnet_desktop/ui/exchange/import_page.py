"""What a file would bring, before anything changes.

Public: ``ImportPage(plan, named, standing, known_tags)``, with the signals ``accepted(tags, event)``,
``decided(entries, choice)`` and ``turned(entry, field)``, ``show_working`` while it is carried out, ``refresh``, and
``columns_button``, hidden where there are none to speak of.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from otnet_desktop.domain.vocabulary import Choice as Word
from otnet_desktop.services.import_plan import Choice, ImportPlan
from otnet_desktop.ui.asides import Aside
from otnet_desktop.ui.exchange.import_detail import ImportDetail
from otnet_desktop.ui.exchange.import_entries import ImportRow
from otnet_desktop.ui.exchange.import_rows import NAME, ImportModel, Named, Standing
from otnet_desktop.ui.exchange.import_table import ImportTable
from otnet_desktop.ui.exchange.import_words import State, first_remarks, said_calendars, said_totals, state_words
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.people.list_field import ListField
from otnet_desktop.ui.said import said
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.widgets.buttons import plain_button, primary_button
from otnet_desktop.ui.widgets.chip_row import ChipItem, ChipRow
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.scrolled import scrolled
from otnet_desktop.ui.words import plural

ALL = "all"


class ImportPage(Aside):
    """Totals, chips, the entries, tags for all, and one button."""

    accepted = Signal(tuple, str)
    """Do it, with these tags for everyone in the file, who were met at this event."""
    decided = Signal(list, Choice)
    turned = Signal(object, str)

    def __init__(
        self,
        plan: ImportPlan,
        named: Named,
        standing: Standing,
        known_tags: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        set_help(self, "import-export")
        self._plan = plan
        self._named = named
        self._standing = standing
        self._totals = PlainLabel(size=TextSize.TITLE)
        self._files = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.model = ImportModel(plan, named, self)
        self.chips = ChipRow(self.tr("Show entries"), exclusive=True)
        self.chips.show_items(self._chip_items())
        self.chips.changed.connect(self._filter)
        self.detail = ImportDetail()
        self.detail.decided.connect(self._decide)
        self.detail.turned.connect(self._turn)
        self.table = ImportTable(self.model)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.tags = ListField([Word(tag, tag) for tag in known_tags])
        self.accept_button = primary_button("", "import")
        self.accept_button.clicked.connect(self._accept)
        self._cancel = plain_button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.finished)
        self.columns_button = plain_button(self.tr("Columns…"))
        self.columns_button.hide()
        self.add_to_head(self.columns_button)
        self._lay_out()
        self._weigh()
        self._count()
        self._fill_detail()

    def first_field(self) -> QWidget:
        """The entries where something can be done about them, else the button that closes."""
        return self.table if self.model.rowCount() else self._cancel

    def refresh(self) -> None:
        """Something was said about unclear entries: tell rows, totals and button anew."""
        self.model.refresh()
        self._weigh()
        self._count()
        self._fill_detail()

    def show_working(self, count: int = 0) -> None:
        """It is being carried out: all one can do is cancel, which takes everything back. So many are written."""
        so_far = plural(count, self.tr("Bringing people in… {n} so far"), self.tr("Bringing people in… {n} so far"))
        self._totals.setText(so_far if count else self.tr("Bringing people in…"))
        with self.keyboard_kept(self._cancel):
            for part in (*self._what_may_be_said(), self.accept_button):
                part.setEnabled(False)

    def show_idle(self) -> None:
        """It could not be carried out; it may be tried again."""
        for part in self._what_may_be_said():
            part.setEnabled(True)
        self._count()
        if self._cancel.hasFocus():
            self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _what_may_be_said(self) -> tuple[QWidget, ...]:
        return (self.table, self.chips, self.detail, self.tags, self.event_line, self.columns_button)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        tags = LabelledField(self.tr("Tags for everyone in the file (optional)"), self.tags)
        self.tags.line.setPlaceholderText(self.tr("For example: conference, alumni"))
        self.tags.line.textChanged.connect(self._count)
        self.event_line = QLineEdit()
        self.event_line.textChanged.connect(self._count)
        event = LabelledField(self.tr("Met at the event (optional)"), self.event_line)
        foot.addWidget(tags, 3)
        foot.addWidget(event, 2)
        foot.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.accept_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(self._totals)
        self.body.addWidget(self._scrolled(), 1)
        self.body.addLayout(foot)
        names = ", ".join(Path(file.report.path).name for file in self._plan.files)
        told = self.tr("{files} · Nothing is changed yet.").format(files=names)
        self._files.setText(" ".join((told, *self._about_files())))
        self.set_title(self.tr("Import"))

    def _scrolled(self) -> QScrollArea:
        """All but what is always in reach: large letters need more height than a small window has."""
        page = QWidget()
        set_surface(page, Surface.GROUND)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        column.setSpacing(3 * STEP)
        for widget in (self._files, self.chips):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        return scrolled(page)

    def _about_files(self) -> list[str]:
        """What is remarked about whole files; of much only the first."""
        remarks = [remark for file in self._plan.files for remark in file.report.warnings if remark.line <= 0]
        return first_remarks([remark.text for remark in remarks])

    def _chip_items(self) -> list[ChipItem]:
        words, counts = state_words(), self.model.counts
        numbers = {ALL: (self.tr("All"), counts.total())}
        numbers |= {state.value: (words[state], counts[state]) for state in State if counts[state]}
        entries = self.tr("{n} entry"), self.tr("{n} entries")
        shown = [ChipItem(key, text, n, counted=plural(n, *entries)) for key, (text, n) in numbers.items()]
        if remarks := self.model.remarks:
            said = plural(remarks, self.tr("{n} remark"), self.tr("{n} remarks"))
            shown.append(ChipItem(State.REMARK.value, self.tr("Remarks"), remarks, counted=said))
        return shown

    def _filter(self) -> None:
        (key,) = self.chips.checked()
        self.model.show_state(None if key == ALL else State(key))
        self.table.setCurrentIndex(self.model.index(0, NAME))
        self._fill_detail()

    def _weigh(self) -> None:
        """What comes in, as it is wanted by now. Not at each key that is typed: there may be very many."""
        self._coming = sum(entry.is_news for entry in self._plan.entries())
        self._is_anybody_told_of = any(entry.comes_in for entry in self._plan.entries())

    def _count(self) -> None:
        coming = self._coming
        self._totals.setText(said_totals(self.model.counts))
        if not coming:
            self._totals.setText(self._nothing_new())
        if self._plan.calendars:
            told = said_totals(self.model.counts) if coming else ""
            self._totals.setText(". ".join(filter(None, (told, said_calendars(len(self._plan.calendars))))))
        tagging = bool(self.tags.codes() or self._event()) and self._is_anybody_told_of
        self.accept_button.setEnabled(bool(coming or self._plan.calendars) or tagging)
        number = self.locale().toString(coming)
        text = self.tr("Import {number}").format(number=number) if coming else self.tr("Import")
        self.accept_button.setText(self.tr("Tag everyone") if tagging and not coming else text)

    def _nothing_new(self) -> str:
        counts = self.model.counts
        if counts[State.REFUSED] == counts.total() == 1:
            return next(said(row.reason) for file in self._plan.files for row in file.report.rejected)
        if counts[State.UNCLEAR] or counts[State.REFUSED]:
            return self.tr("Nothing new so far: {totals}").format(totals=said_totals(counts))
        if len(self._plan.files) > 1:
            return self.tr("Nothing new in these files")
        return self.tr("Nothing new in this file")

    def _chosen(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._fill_detail()

    def _lines(self) -> list[range]:
        """Which lines are chosen: a part for each stretch of them, for there may be very many."""
        parts = self.table.selectionModel().selection().toList()
        return [range(part.top(), part.bottom() + 1) for part in parts]

    def _row(self, lines: Sequence[range]) -> ImportRow | None:
        """The row that is chosen, if it is the only one."""
        return self.model.row_at(lines[0].start) if sum(map(len, lines)) == 1 else None

    def _fill_detail(self) -> None:
        lines = self._lines()
        unclear = next(self.model.unclear(lines), None)
        said = unclear.choice if unclear is not None else None
        self.detail.show_chosen(sum(map(len, lines)), self._row(lines), said, self._named, self._standing)

    def _decide(self, choice: Choice) -> None:
        self.decided.emit(list(self.model.unclear(self._lines())), choice)

    def _turn(self, field: str) -> None:
        row = self._row(self._lines())
        assert row is not None, "fields are shown of one entry"
        self.turned.emit(row.entry, field)

    def _event(self) -> str:
        return self.event_line.text().strip()

    def _accept(self) -> None:
        self.accepted.emit(self.tags.codes(), self._event())
