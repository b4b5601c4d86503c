"""Why an entry is about somebody, and what is to know about a newcomer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from otnet_desktop.domain.duplicates.comparing import Clue
from otnet_desktop.domain.people import Profile, Status
from otnet_desktop.services.import_plan import Choice, Fate, PlannedEntry
from otnet_desktop.services.import_spool import Spool
from otnet_desktop.services.importing import Imported
from otnet_desktop.ui.exchange.import_entries import ImportRow
from otnet_desktop.ui.exchange.import_rows import said_change
from otnet_desktop.ui.exchange.import_words import said_outcome


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path)


class Halting(QTranslator):
    """Knows one word."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text.replace("the same", "DIE GLEICHE") if context == "Twice" else text


def entry(spool: Spool, fate: Fate, **more: object) -> PlannedEntry:
    place, _keys = spool.put(Profile(given="Ann"))
    return PlannedEntry(1, place, spool, fate, 1, **more)  # type: ignore[arg-type]


def said(planned: PlannedEntry) -> str:
    return said_change(ImportRow("cards.vcf", planned), lambda _: "Ann Archer")


def test_evidence_is_told_in_the_readers_language(qapp: QCoreApplication, spool: Spool) -> None:
    same = entry(spool, Fate.SAME, clues=(Clue.NAME, Clue.EMAIL))
    unclear = entry(spool, Fate.UNCLEAR, clues=(Clue.PAGE,), fitting=2)
    assert said(same) == "nothing new (the same name, the same e-mail address)"
    assert said(unclear) == "stays out: perhaps Ann Archer (2 people here fit: the same LinkedIn profile)"
    assert unclear.evidence == "2 people here fit: the same LinkedIn profile"
    halting = Halting()
    qapp.installTranslator(halting)
    try:
        assert said(same) == "nothing new (DIE GLEICHE name, DIE GLEICHE e-mail address)"
        assert same.evidence == "the same name and e-mail address"
    finally:
        qapp.removeTranslator(halting)


def test_somebody_new_who_is_none_says_what_stays(spool: Spool) -> None:
    assert said(entry(spool, Fate.NEW)) == "comes in"
    quiet = entry(spool, Fate.NEW, stays_closed=Status.DO_NOT_CONTACT)
    assert said(quiet) == "comes in; asked not to be contacted before they were deleted, which stays"
    gone = entry(spool, Fate.UNCLEAR, stays_closed=Status.DECEASED, choice=Choice.AS_NEW)
    assert said(gone) == "comes in; recorded as having died before they were deleted, which stays"
    gone.choice = Choice.LEAVE_OUT
    assert said(gone).startswith("stays out")


def test_what_was_looked_at_again_is_told_afterwards() -> None:
    assert said_outcome(Imported(updated=1)) == "1 person was updated."
    assert said_outcome(Imported(updated=1, looked_at_again=2)) == (
        "1 person was updated. 2 entries were looked at again, as people here had changed since."
    )
