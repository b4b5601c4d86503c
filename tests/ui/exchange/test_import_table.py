"""The table of a preview."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.report import FileReport
from otnet_desktop.services.import_plan import Fate, FilePlan, ImportPlan, PlannedEntry
from otnet_desktop.ui.exchange.import_rows import ImportModel, Index
from otnet_desktop.ui.exchange.import_table import ImportTable

MANY = 2_000


class Asked(ImportModel):
    """Counts what a selection asks about its entries."""

    asked = 0

    def flags(self, index: Index) -> Qt.ItemFlag:
        self.asked += 1
        return super().flags(index)


def test_painting_does_not_ask_of_every_entry_whether_it_is_chosen(qtbot: QtBot) -> None:
    plan, file = ImportPlan(), FilePlan(FileReport("many.vcf", "vcard"))
    plan.files.append(file)
    place, _keys = plan.spool.put(Profile(given="Ana"))
    file.entries += [PlannedEntry(number, place, plan.spool, Fate.NEW, -number) for number in range(1, MANY + 1)]
    model = Asked(plan, lambda _entry: "")
    table = ImportTable(model)
    qtbot.addWidget(table)
    table.resize(800, 400)
    table.grab()
    model.asked = 0
    table.selectAll()
    table.grab()
    assert table.selectionModel().isRowSelected(MANY - 1)
    assert 0 < model.asked < MANY
