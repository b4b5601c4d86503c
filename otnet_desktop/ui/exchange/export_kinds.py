"""The kinds of files people can be written to, and what each is good for.

Public: ``export_kinds()`` in the order of the list, ``ExportKind`` and the box ``KindBox`` to choose one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from otnet_desktop.services.exporting import ARCHIVE, CALENDAR, GOOGLE, TABLE, VCARD_3, VCARD_4
from otnet_desktop.ui.widgets.calm_box import CalmBox

translate = QCoreApplication.translate

ADDRESS_LIST, PERSON_SHEETS = "address-list", "person-sheets"
"""Pages to print, which only the window can make."""


@dataclass(frozen=True, slots=True)
class ExportKind:
    """``some``: it may hold some people only. ``notes``: private notes go into it when asked for."""

    key: str
    label: str
    good_for: str
    ending: str
    some: bool = True
    notes: bool = True


def export_kinds() -> tuple[ExportKind, ...]:
    """The everyday ones first."""
    return (
        ExportKind(
            VCARD_4,
            translate("ExportKinds", "vCard 4.0"),
            translate(
                "ExportKinds", "Names, places and ways to reach people; every new phone and address book reads it."
            ),
            "vcf",
        ),
        ExportKind(
            VCARD_3,
            translate("ExportKinds", "vCard 3.0"),
            translate("ExportKinds", "The same for phones and address books that do not read version 4.0."),
            "vcf",
        ),
        ExportKind(
            GOOGLE,
            translate("ExportKinds", "Table for Google Contacts"),
            translate("ExportKinds", "To be imported there; what has no column goes into custom fields."),
            "csv",
        ),
        ExportKind(
            TABLE,
            translate("ExportKinds", "Table for a spreadsheet"),
            translate(
                "ExportKinds",
                "A line a person. A text that a spreadsheet would take for a formula gets an apostrophe before it. "
                "It is taken off again when the table is imported here.",
            ),
            "csv",
        ),
        ExportKind(
            CALENDAR,
            translate("ExportKinds", "Calendar of meetings"),
            translate("ExportKinds", "When, with whom and where, for any calendar program. Notes never go into it."),
            "ics",
            notes=False,
        ),
        ExportKind(
            ADDRESS_LIST,
            translate("ExportKinds", "Address list to print"),
            translate("ExportKinds", "A PDF with names, places and ways to reach people."),
            "pdf",
            notes=False,
        ),
        ExportKind(
            PERSON_SHEETS,
            translate("ExportKinds", "Person sheets to print"),
            translate("ExportKinds", "A PDF with a page or more about each person."),
            "pdf",
        ),
        ExportKind(
            ARCHIVE,
            translate("ExportKinds", "Archive of everything"),
            translate(
                "ExportKinds",
                "All of it: people, notes, meetings, mails. Only for yourself, to keep or to move house.",
            ),
            "zip",
            some=False,
            notes=False,
        ),
    )


class KindBox(CalmBox):
    """A box to choose a kind in."""

    chosen = Signal(str)

    def __init__(self, name: str, kinds: Sequence[ExportKind], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        for kind in kinds:
            self.addItem(kind.label, kind.key)
        self.currentIndexChanged.connect(self._tell)

    def choose(self, key: str) -> None:
        """Choose a kind."""
        self.setCurrentIndex(self.findData(key))

    def chosen_key(self) -> str:
        """What is chosen."""
        return str(self.currentData())

    def _tell(self) -> None:
        self.chosen.emit(self.chosen_key())
