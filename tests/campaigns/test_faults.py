"""A fault at the n-th statement of everything a user can do: exactly before or after, they are told, the app goes on.

``OTNET_FAULTS`` says at how many statements of each action (``all`` for every one of them).
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.journaled import JOURNALED
from otnet_desktop.store.passport import FILE_NAME, HEAD
from otnet_desktop.store.store import Store
from tests.campaigns.faults import KINDS, Faults, let_sqlite_fail, spread
from tests.campaigns.power import work
from tests.factories import profile
from tests.services.clocks import BOSTON, SettableClock
from tests.services.use_cases import USE_CASES, World, a_world

ASKED = os.environ.get("OTNET_FAULTS", "20")
MOST = sys.maxsize if ASKED == "all" else int(ASKED)
HISTORY = Path(__file__).parents[1] / "history"


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Faults:
    return let_sqlite_fail(monkeypatch)


@pytest.fixture
def world(faults: Faults, tmp_path: Path, clock: SettableClock) -> World:
    made = a_world(opened(tmp_path, clock), tmp_path)
    clock.advance(minutes=1)
    return made


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(datetime(2026, 3, 18, 10, tzinfo=BOSTON))


def state(workspace: Workspace) -> tuple[object, ...]:
    """The content, what can be undone and redone, and what nobody may be left in."""
    store = workspace.store
    pen = store.database.sql("SELECT group_id, index_later, wipe_owed FROM journal_pen").fetchone()
    assert not store.database.connection.in_transaction
    assert workspace.steps._gathering is None
    return content_hash(store.database), store.journal.undo_title(), store.journal.redo_title(), pen


def undo(w: Workspace, _x: World) -> object:
    return w.history.undo()


def redo(w: Workspace, _x: World) -> object:
    return w.history.redo()


OTHERS: dict[str, Callable[[Workspace, World], object]] = {"history.undo": undo}


def test_every_use_case_is_done_or_not_and_told(faults: Faults, world: World) -> None:
    tried = told_after = 0
    workspace = world.workspace
    for name, use_case in {**USE_CASES, **OTHERS}.items():
        before, sizes = state(workspace), rows(workspace)
        with faults.at(0, KINDS[0], for_good=False):
            use_case(workspace, world)
        count, sizes_after = faults.count, rows(workspace)
        assert state(workspace)[0] != before[0], f"{name} changes nothing here"
        step_back(workspace, name)
        for number in spread(count, MOST):
            kind, for_good = KINDS[(number + tried) % len(KINDS)], bool((number // 2 + tried) % 2)
            said = f"{name}, {kind} at {number} of {count}{' and ever after' * for_good}"
            with faults.at(number, kind, for_good=for_good):
                told = tell(partial(use_case, workspace, world))
            tried += 1
            assert told is None or isinstance(told, OtnetError), f"{said}: {told!r}"
            is_done = state(workspace)[0] != before[0]
            assert is_done or told is not None, f"{said}: nobody was told"
            assert rows(workspace) == (sizes_after if is_done else sizes), said
            if is_done:
                told_after += told is not None
                step_back(workspace, name)
            assert state(workspace)[0] == before[0], said
    print(f"{tried} faults in {len(USE_CASES)} use cases, {told_after} in what is read after it was done")
    assert workspace.care.check() == []
    workspace.close()


def forget_and_wipe(w: Workspace, _beside: Path) -> object:
    w.trash.delete_for_good([gone.id for gone in w.trash.all()])
    return w.trash.wipe()


NO_STEPS: dict[str, Callable[[Workspace, Path], object]] = {
    "back up": lambda w, _: w.care.back_up(),
    "back up if due": lambda w, _: w.care.back_up_if_due(),
    "renew backups": lambda w, _: w.care.renew_backups(),
    "restore": lambda w, _: w.care.restore(w.store.backups.all()[-1].path),
    "restore an archive": lambda w, beside: w.care.restore(beside / "everything.zip"),
    "export an archive": lambda w, beside: w.exporting.write_archive(beside / "out.zip"),
    "export a table": lambda w, beside: w.exporting.write("csv", beside / "out.csv"),
    "import many": lambda w, beside: w.importing.carry_out(w.importing.plan([beside / "many.vcf"])),
    "set": lambda w, _: w.preferences.change(text_percent=150),
    "delete for good": lambda w, _: w.trash.delete_for_good([gone.id for gone in w.trash.all()]),
    "wipe": forget_and_wipe,
    "tidy": lambda w, _: w.care.tidy(),
    "repair": lambda w, _: w.care.check(repair=True),
    "tick": lambda w, _: w.reminders.tick(),
}
"""What a user does, or the program for them, that is no step to take back."""


@pytest.fixture
def kept(faults: Faults, tmp_path: Path, clock: SettableClock) -> Path:
    """A folder to be copied: a week after the last backup, with a file of people and an archive beside it."""
    beside = tmp_path / "kept"
    beside.mkdir()
    made = a_world(opened(beside, clock), beside)
    made.workspace.care.back_up()
    made.workspace.people.add(profile("Later"))
    made.workspace.exporting.write_archive(beside / "everything.zip")
    made.workspace.people.add(profile("Later still"))
    made.workspace.close()
    (beside / "many.vcf").write_text("".join(work.card(number) for number in range(100)))
    clock.advance(days=7)
    return beside


@pytest.mark.parametrize("name", NO_STEPS)
def test_whatever_else_is_done_or_not_and_told(
    name: str, faults: Faults, kept: Path, tmp_path: Path, clock: SettableClock
) -> None:
    before, _, _ = outcome(faults, name, kept, tmp_path, clock, 0, act=False)
    after, none, count = outcome(faults, name, kept, tmp_path, clock, 0)
    assert none is None
    for number in spread(count, MOST):
        found, told, _ = outcome(faults, name, kept, tmp_path, clock, number)
        said = f"{name}, {KINDS[number % len(KINDS)]} at {number} of {count}: {told!r}"
        assert told is None or isinstance(told, OtnetError), said
        assert found in ([after] if told is None else [before, after]), said


def outcome(
    faults: Faults, name: str, kept: Path, tmp_path: Path, clock: SettableClock, number: int, *, act: bool = True
) -> tuple[list[tuple[object, ...]], Exception | None, int]:
    """What is in the data after a fault there, what the user was told, and how many statements there were."""
    beside = tmp_path / "tried"
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(kept, beside)
    workspace, told = opened(beside, clock), None
    with faults.at(number, KINDS[number % len(KINDS)], for_good=bool(number // 2 % 2)):
        if act:
            told = tell(partial(NO_STEPS[name], workspace, beside))
        workspace.close()
    after = opened(beside, clock)
    after.reminders.refresh()
    assert after.care.check() == [], f"{name} at {number}"
    people = [tuple(row) for row in after.store.database.sql("SELECT full_name FROM person ORDER BY 1")]
    after.close()
    assert not [half for half in beside.rglob("*") if ".part" in half.name or ".restoring" in half.name]
    return people, told, faults.count


@pytest.mark.parametrize("schema", range(1, HEAD))
def test_a_migration_is_done_or_not_and_told(schema: int, faults: Faults, tmp_path: Path) -> None:
    old = gzip.decompress((HISTORY / f"schema_{schema}.db.gz").read_bytes())

    def opened_at(number: int) -> tuple[str, Exception | None, int]:
        folder = tmp_path / "data"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / FILE_NAME).write_bytes(old)
        with faults.at(number, KINDS[number % len(KINDS)], for_good=bool(number // 2 % 2)):
            told = tell(lambda: Store.open(folder).close())
        count = faults.count
        store = Store.open(folder)
        content = content_hash(store.database)
        assert store.check.in_file() == store.check.in_search() == store.check.in_journal() == []
        store.close()
        return content, told, count

    after, none, count = opened_at(0)
    assert none is None
    for number in spread(count, 2 * MOST):
        content, told, _ = opened_at(number)
        assert content == after, f"at {number} of {count}"
        assert told is None or isinstance(told, OtnetError), f"at {number} of {count}: {told!r}"


def opened(beside: Path, clock: SettableClock) -> Workspace:
    return open_workspace(beside / "data", clock, lambda: BOSTON)


def rows(workspace: Workspace) -> dict[str, int]:
    """How many rows each table of content has."""
    count = "SELECT count(*) FROM {}".format
    return {table: workspace.store.database.sql(count(table)).fetchone()[0] for table in JOURNALED}


def step_back(workspace: Workspace, name: str) -> None:
    """As it was before the use case."""
    if name == "history.undo":
        workspace.history.redo()
    else:
        workspace.history.undo()


def tell(act: Callable[[], object]) -> Exception | None:
    """What the user is told, if anything."""
    try:
        act()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is judged
        return error
    return None
