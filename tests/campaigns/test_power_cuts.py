"""A thousand power cuts, at every kind of work: what was told to be saved is there, and everything opens.

``OTNET_POWER_CUTS`` says how many in all (1,000 unless told).
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import BadInput, DataUnavailable
from otnet_desktop.exchange.archive import is_archive, unpack
from otnet_desktop.services.care import restore_into
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.backup_files import examine, trouble_inside
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.campaigns.power import work
from tests.campaigns.power.cuts import Cut, power_cuts
from tests.campaigns.power.recorder import can_record, record
from tests.factories import NOW

CUTS = int(os.environ.get("OTNET_POWER_CUTS", "1000"))
HISTORY = Path(__file__).parents[1] / "history"

pytestmark = pytest.mark.skipif(bool(can_record()), reason=can_record() or "-")


def schema(number: int) -> Callable[[Path], None]:
    def unpack(folder: Path) -> None:
        folder.mkdir(mode=0o700)
        (folder / FILE_NAME).write_bytes(gzip.decompress((HISTORY / f"schema_{number}.db.gz").read_bytes()))

    return unpack


def nothing(folder: Path) -> None:
    """Not even a folder."""


def stray_log(folder: Path) -> None:
    """The log of a file that is gone."""
    work.fill(folder)
    leave_log(folder)
    (folder / FILE_NAME).unlink()


def leave_log(folder: Path) -> None:
    """Beside the data lies the log of somebody's deletion, as after a crash."""
    store = Store.open(folder)
    data, log = folder / FILE_NAME, folder / f"{FILE_NAME}-wal"
    with store.transaction():
        store.people.remove(store.people.by_ref("bo").id)
    kept = data.read_bytes(), log.read_bytes()
    store.close()
    data.write_bytes(kept[0])
    log.write_bytes(kept[1])


PLACING = 12
"""So many records before the end, a backup begins to take the place of a damaged file."""

WORK: dict[str, tuple[Callable[[Path], None], float]] = {
    "edit": (work.fill, 0.25),
    "begin": (nothing, 0.05),
    "bring_in": (work.fill, 0.1),
    "back_up": (work.fill, 0.1),
    "restore": (work.prepare_restore, 0.1),
    "archive": (work.fill, 0.05),
    "wipe": (work.fill, 0.1),
}


@pytest.mark.parametrize("name", WORK)
def test_nothing_that_was_told_is_lost(name: str, tmp_path: Path) -> None:
    prepare, share = WORK[name]
    assert lost(f"{work.__name__}:{name}", prepare, round(CUTS * share), tmp_path) == []


@pytest.mark.parametrize("prepare", [stray_log, *map(schema, (1, 2))], ids=["stray", "1", "2"])
def test_a_start_makes_the_data_or_brings_them_up_to_date(prepare: Callable[[Path], None], tmp_path: Path) -> None:
    assert lost(f"{work.__name__}:start", prepare, round(CUTS * 0.05), tmp_path) == []


def test_less_than_full_synchronisation_loses_what_was_told(tmp_path: Path) -> None:
    """The campaign sees what it looks for."""
    found = lost(f"{work.__name__}:edit", work.fill, 40, tmp_path, OTNET_POWER_SYNCHRONOUS="1")
    assert len(found) > 10


def lost(function: str, prepare: Callable[[Path], None], count: int, tmp_path: Path, **environment: str) -> list[str]:
    """What is wrong after so many power cuts, each in words."""
    folder = tmp_path / "home" / "data"
    folder.parent.mkdir()
    prepare(folder)
    recording = record(function, folder, folder.parent, tmp_path / "recorder", **environment)
    assert recording.marks
    found = ((cut, trouble_after(cut)) for cut in power_cuts(recording, count, tmp_path / "cuts"))
    return [f"after record {cut.record}: {trouble}" for cut, trouble in found if trouble]


def trouble_after(cut: Cut) -> str:
    """What is wrong with the data and with every file the user was told of."""
    try:
        store = Store.open(cut.folder / "data")
    except DataUnavailable as error:
        return f"cannot be opened: {error}"
    try:
        may_be = cut.may_be("content")
        if trouble := trouble_inside(store.database.connection):
            return trouble
        if may_be and content_hash(store.database) not in may_be:
            return "is neither before nor after"
        if trouble := "; ".join([*store.check.in_search(), *store.check.in_journal()]):
            return trouble
    finally:
        store.close()
    return "; ".join(filter(None, (told_of(cut, path) for path in made(cut))))


def made(cut: Cut) -> list[str]:
    return [told.removeprefix("made ") for told in cut.marked if told.startswith("made ")]


def told_of(cut: Cut, path: str) -> str:
    """What is wrong with a file the user was told of."""
    file = cut.folder / "data" / path
    if not is_archive(file):
        return f"{path}: {trouble}" if (trouble := examine(file)) else ""
    try:
        unpack(file, file.with_name("unpacked"))
    except BadInput as error:
        return f"{path}: {error}"
    return ""


def test_a_damaged_file_is_replaced_or_still_there(tmp_path: Path) -> None:
    """There is no moment in which a start would find nothing and begin anew."""
    folder = tmp_path / "data"
    work.prepare_restore(folder)
    leave_log(folder)
    data = folder / FILE_NAME
    damaged = b"x" * 4096 + data.read_bytes()[4096:]
    data.write_bytes(damaged)
    recording = record(f"{work.__name__}:restore_damaged", folder, folder, tmp_path / "recorder")
    for cut in power_cuts(recording, CUTS // 10, tmp_path / "cuts", last=PLACING):
        path = cut.folder / FILE_NAME
        assert path.exists(), f"after record {cut.record} nothing is there"
        if made(cut) or path.read_bytes() != damaged:
            assert any(kept.read_bytes() == damaged for kept in cut.folder.glob(f"{FILE_NAME}.damaged-*"))
        else:
            with pytest.raises(DataUnavailable):
                Store.open(cut.folder)
            restore_into(cut.folder, Backups(path).all()[0].path, NOW)
        store = Store.open(cut.folder)
        assert len(store.people.everyone()) == 32
        store.close()
