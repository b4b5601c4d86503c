"""A file damaged anywhere is recognised or its data are what they were; the way back takes seconds and keeps the file.

``OTNET_DAMAGES`` says how many random damages (100 unless told); a fifth as many files are cut short besides.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.domain.people import Profile
from otnet_desktop.services.recovery import Recovery
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.people import NewPerson
from otnet_desktop.store.store import Store
from tests.factories import NOW, school_ot
from tests.services.clocks import BOSTON, SettableClock
from tests.services.use_cases import a_world

DAMAGES = int(os.environ.get("OTNET_DAMAGES", "100"))
PAGE = 4096
MOST_S = 5.0

Damage = Callable[[bytearray, random.Random], None]


def noise(data: bytearray, chance: random.Random) -> None:
    """Some bytes are anything."""
    at, length = chance.randrange(len(data)), chance.choice((1, 16, 512, PAGE))
    data[at : at + length] = chance.randbytes(len(data[at : at + length]))


def zeros(data: bytearray, chance: random.Random) -> None:
    """A page or several were never written."""
    at = chance.randrange(len(data) // PAGE) * PAGE
    length = len(data[at : at + PAGE * chance.randint(1, 4)])
    data[at : at + length] = bytes(length)


def swapped(data: bytearray, chance: random.Random) -> None:
    """Two pages lie in each other's place."""
    one, other = (PAGE * chance.randrange(len(data) // PAGE) for _ in range(2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


def cut_short(data: bytearray, chance: random.Random) -> None:
    """The end is missing."""
    del data[chance.randrange(len(data)) :]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Data with a backup, which nobody has open, and their content."""
    folder = tmp_path_factory.mktemp("whole")
    workspace = a_world(opened(folder / "data"), folder).workspace
    workspace.reminders.refresh()
    workspace.care.back_up()
    content = content_hash(workspace.store.database)
    workspace.close()
    return folder / "data", content


@pytest.mark.parametrize(
    ("damages", "count"), [((noise, zeros, swapped), DAMAGES), ((cut_short,), DAMAGES // 5)], ids=["damages", "cuts"]
)
def test_damage_is_recognised_or_the_data_are_what_they_were(
    damages: tuple[Damage, ...], count: int, whole: tuple[Path, str], tmp_path: Path
) -> None:
    folder, content = whole
    chance = random.Random(20260318)
    recognised = 0
    for number in range(count):
        beside = shutil.copytree(folder, tmp_path / f"damaged-{number}")
        data = bytearray((beside / FILE_NAME).read_bytes())
        damages[number % len(damages)](data, chance)
        (beside / FILE_NAME).write_bytes(data)
        found = trouble_of(beside, content)
        assert found != "unnoticed", f"damage {number}"
        recognised += bool(found)
        (beside / FILE_NAME).write_bytes(data)
        recovery = Recovery(beside)
        good = recovery.last_good_backup(NOW)
        assert good is not None
        kept = recovery.bring_back(good.path, NOW).kept
        assert kept is not None
        assert not found or kept.read_bytes() == data or kept.parent.name == "backups"
        assert trouble_of(beside, content) == ""
        shutil.rmtree(beside)
    assert recognised > count / 2


def trouble_of(folder: Path, content: str) -> str:
    """What somebody is told, "" where the data are what they were, ``unnoticed`` where they differ without a word."""
    try:
        workspace = opened(folder)
    except OtnetError as error:
        return str(error)
    try:
        workspace.reminders.refresh()
        findings = workspace.care.check()
        if findings:
            return findings[0]
        return "" if content_hash(workspace.store.database) == content else "unnoticed"
    except OtnetError as error:
        return str(error)
    finally:
        workspace.close()


def test_ten_thousand_people_are_back_in_five_seconds(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store = Store.open(folder)
    with store.transaction():
        store.people.add([NewPerson(f"p{n}", known(n), (f"k{n}",)) for n in range(10_000)], NOW)
    store.backups.make(Reason.DAILY, NOW)
    store.close()
    (folder / FILE_NAME).write_bytes(b"nothing")
    recovery = Recovery(folder)
    began = time.perf_counter()
    good = recovery.last_good_backup(NOW)
    assert good is not None
    restored = recovery.bring_back(good.path, NOW)
    Store.open(folder).close()
    took = time.perf_counter() - began
    size = (folder / FILE_NAME).stat().st_size / 1e6
    print(f"{restored.people} people ({size:.0f} MB) found, verified, restored and opened in {took:.1f} s")
    assert restored.people == 10_000
    assert took <= MOST_S


def known(number: int) -> Profile:
    """Somebody of whom as much is known as of a good acquaintance."""
    return replace(school_ot(), given=f"Given{number}", family=f"Family{number}", note=f"Met at fair {number}. " * 60)


def opened(folder: Path) -> Workspace:
    return open_workspace(folder, SettableClock(NOW), lambda: BOSTON)
