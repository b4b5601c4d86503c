"""The power goes while a passphrase is set, changed or removed: one of the two opens, and nothing readable is left.

``OTNET_POWER_PROTECTION_CUTS`` says how many cuts for each way (60 unless told).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from otnet_desktop.store import changeover
from otnet_desktop.store.changeover import ANEW, PLAN
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.keys import Key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.campaigns.power import protecting
from tests.campaigns.power.cuts import Cut, power_cuts
from tests.campaigns.power.protecting import CANARY, WAYS
from tests.campaigns.power.recorder import can_record, record

CUTS = int(os.environ.get("OTNET_POWER_PROTECTION_CUTS", "60"))

pytestmark = pytest.mark.skipif(bool(can_record()), reason=can_record() or "-")


@pytest.mark.parametrize("way", WAYS)
def test_one_of_the_two_opens_and_nothing_readable_is_left(way: str, tmp_path: Path) -> None:
    old, new = WAYS[way]
    folder = tmp_path / "data"
    content = protecting.prepare(folder, old)
    recording = record(f"{protecting.__name__}:{way}", folder, folder, tmp_path / "recorder")
    assert recording.marks == ["done", "written"]
    found = ((cut, trouble_after(cut, old, new, content)) for cut in power_cuts(recording, CUTS, tmp_path / "cuts"))
    assert [f"after record {cut.record}: {trouble}" for cut, trouble in found if trouble] == []


def test_without_the_plan_backups_are_left_behind(tmp_path: Path) -> None:
    """The campaign sees what it looks for."""
    old, new = WAYS["set_it"]
    folder = tmp_path / "data"
    content = protecting.prepare(folder, old)
    recording = record(f"{protecting.__name__}:set_it", folder, folder, tmp_path / "recorder")
    found = []
    for cut in power_cuts(recording, CUTS, tmp_path / "cuts"):
        (cut.folder / changeover.PLAN).unlink(missing_ok=True)
        found.append(trouble_after(cut, old, new, content))
    assert any(found)


def trouble_after(cut: Cut, old: Key | None, new: Key | None, content: str) -> str:  # noqa: PLR0911
    """What is wrong before and after the next start."""
    folder = cut.folder
    if ((old and new) or "done" in cut.marked) and new and (readable := plain(folder)):
        return f"readable before the next start: {readable}"
    mark = mark_of(folder / FILE_NAME)
    key = new if mark == (new.mark if new else None) else old
    if "done" in cut.marked and key != new:
        return "it is undone"
    store = Store.open(folder, key)
    try:
        if "done" not in cut.marked and content_hash(store.database) != content:
            return "the content is another"
        if "written" in cut.marked and len(store.people.everyone()) != 22:
            return "what was written afterwards is lost"
        if trouble := "; ".join([*store.check.in_file(), *store.check.in_search()]):
            return trouble
        troubles = [store.backups.verify(backup) for backup in store.backups.all()]
        if troubles != ["", ""]:
            return f"backups: {troubles}"
    finally:
        store.close()
    if {mark_of(path) for path in folder.rglob("*.db")} != {key.mark if key else None}:
        return "backups are of another key"
    if left := [path.name for path in folder.rglob("*") if path.name.endswith((ANEW, PLAN))]:
        return f"left over: {left}"
    return f"readable: {readable}" if key and (readable := plain(folder)) else ""


def plain(folder: Path) -> list[str]:
    """The files in which a name can be read."""
    return [path.name for path in folder.rglob("*") if path.is_file() and CANARY in path.read_bytes()]
