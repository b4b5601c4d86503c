"""What is said of the last good backup, whatever became of the last try."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from otnet_desktop.domain.backups import OpenedBy
from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.services.care import Failure, KeptBackup
from otnet_desktop.ui.settings.backup_words import said_backup, said_last_good
from tests.factories import NOW
from tests.services.clocks import BOSTON

GOOD = KeptBackup(Path("otnet.db"), NOW, "daily", 60, 1_000_000)
LATER = NOW + timedelta(hours=2)
FULL = Failure(LATER, NotSaved("No backup was made (disk full).", "Free some space."))


def test_a_good_one_is_told_with_its_time() -> None:
    assert said_last_good(GOOD, None, LATER, BOSTON) == "Last good backup: today 06:00, verified"


def test_a_try_that_failed_since_is_told_besides() -> None:
    assert said_last_good(GOOD, FULL, LATER, BOSTON) == (
        "Last good backup: today 06:00, verified\n"
        "The last try, today 08:00, failed: No backup was made (disk full). Free some space."
    )


def test_where_there_is_none_it_is_told_why() -> None:
    assert said_last_good(None, None, LATER, BOSTON).startswith("There is no backup yet.")
    assert said_last_good(None, FULL, LATER, BOSTON).startswith("There is no good backup.\nThe last try, today 08:00")


def test_after_the_clock_was_set_back_it_is_said_that_the_date_is_wrong() -> None:
    told = said_last_good(GOOD, None, NOW - timedelta(days=365), BOSTON)
    assert told.endswith(", verified. It was dated by a clock that was ahead.")


def test_a_backup_that_needs_less_than_the_data_says_so() -> None:
    assert "passphrase" not in said_backup(GOOD, LATER, BOSTON)
    assert said_backup(GOOD, LATER, BOSTON, is_protected=True).endswith("no passphrase")
    ours = KeptBackup(Path("otnet.db"), NOW, "daily", 60, 1_000_000, OpenedBy.OUR_KEY)
    assert "passphrase" not in said_backup(ours, LATER, BOSTON, is_protected=True)
