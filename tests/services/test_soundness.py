"""Damage that is met while the data are in use: found, told, and never written over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import DataDamaged, NotSaved
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.keys import Key
from otnet_desktop.store.passport import FILE_NAME
from tests.factories import NOW, profile
from tests.services.clocks import BOSTON, SettableClock
from tests.store.keys import quick_key
from tests.store.spoiling import spoil_table


def opened(folder: Path, key: Key | None = None) -> Workspace:
    return open_workspace(folder, SettableClock(NOW), lambda: BOSTON, key=key)


@pytest.fixture(params=[None, quick_key()], ids=["plain", "protected"])
def damaged(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """Two people, a backup of them, and a page that was spoilt since."""
    workspace = opened(tmp_path, request.param)
    for name in ("Ann Ash", "Cy Cole"):
        workspace.people.add(profile(name))
    workspace.care.back_up()
    assert workspace.soundness.damage() == ""
    workspace.close()
    spoil_table(tmp_path / FILE_NAME, request.param)
    workspace = opened(tmp_path, request.param)
    yield workspace
    workspace.close()


def test_it_is_found_and_from_then_on_nothing_is_written(damaged: Workspace, tmp_path: Path) -> None:
    with pytest.raises(DataDamaged, match="not whole any more"):
        damaged.soundness.expect_whole()
    assert damaged.soundness.is_damaged
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(DataDamaged, match="nothing more is written"):
        damaged.preferences.change(text_percent=150)
    with pytest.raises(DataDamaged, match="nothing more is written"):
        damaged.people.add(profile("Bo Ek"))
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_backup_of_it_is_none_and_takes_no_good_one_away(damaged: Workspace) -> None:
    (good,) = damaged.care.backups()
    damaged.clock.advance(days=400)  # type: ignore[attr-defined]
    damaged.store.database.sql("UPDATE journal_group SET at = at + 1")  # something changed
    with pytest.raises(DataDamaged):
        damaged.care.back_up_if_due()
    assert damaged.care.backups() == [good]
    assert damaged.care.last_good_backup() == good
    failure = damaged.care.failure
    assert failure is not None
    assert failure.at == damaged.clock.now()


def test_when_a_backup_is_back_one_may_write_again(damaged: Workspace, tmp_path: Path) -> None:
    """SQLCipher does not write over a page it cannot decrypt: then the file is replaced, and opened anew."""
    with pytest.raises(DataDamaged):
        damaged.soundness.expect_whole()
    (good,) = damaged.care.backups()
    restored = damaged.care.restore(good.path)
    assert restored.people == 2
    assert restored.kept is not None
    assert ".damaged-" in restored.kept.name
    again = damaged
    assert damaged.care.needs_new_start is (damaged.store.database.key is not None)
    if damaged.care.needs_new_start:
        with pytest.raises((NotSaved, DataDamaged)):
            damaged.people.add(profile("Bo Ek"))
        damaged.close()
        again = opened(tmp_path, damaged.store.database.key)
    again.soundness.expect_whole()
    again.people.add(profile("Bo Ek"))
    assert again.care.check() == []
    again.close()


@pytest.mark.parametrize("key", [None, quick_key()], ids=["plain", "protected"])
def test_a_search_index_that_can_be_mended_is_no_damage_of_the_file(tmp_path: Path, key: Key | None) -> None:
    workspace = opened(tmp_path, key)
    workspace.people.add(profile("Ann Ash"))
    workspace.store.database.sql("DELETE FROM find_words_data WHERE id > 10")
    workspace.soundness.expect_whole()
    workspace.close()
