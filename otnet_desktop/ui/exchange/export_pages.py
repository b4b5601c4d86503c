"""Writes the pages to print: an address list, or a sheet about each person, as PDF.

Public: ``PAGES`` and ``write_pages(workspace, kind, path, people, private)``, to be called in a worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.exchange.address_paper import address_paper
from otnet_desktop.ui.exchange.export_kinds import ADDRESS_LIST, PERSON_SHEETS
from otnet_desktop.ui.exchange.person_paper import person_sheets
from otnet_desktop.ui.journey.paper import pdf_of

PAGES = frozenset({ADDRESS_LIST, PERSON_SHEETS})


def write_pages(workspace: Workspace, kind: str, path: Path, people: Sequence[PersonId], *, private: bool) -> int:
    """Write them, everyone's where nobody is named; how many people. Raises BadInput for a place that cannot be."""
    title = QCoreApplication.translate("ExportPages", "People in my network")
    wanted = list(people) or workspace.exporting.everyone()
    if kind == PERSON_SHEETS:
        paper = person_sheets(workspace, title, wanted, private=private)
    else:
        paper = address_paper(title, workspace.exporting.profiles(wanted))
    workspace.exporting.write_page(path, pdf_of(paper))
    return len(wanted)
