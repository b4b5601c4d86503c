"""Bringing people in and writing them out, beside the least that could do the same, in turns."""

from __future__ import annotations

import gc
import math
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.exchange.vcard.outgoing import write_cards
from otnet_desktop.services.clock import FixedClock
from otnet_desktop.services.exporting import GOOGLE, TABLE, VCARD_3, VCARD_4
from otnet_desktop.services.workspace import open_workspace
from otnet_desktop.store import search_index
from otnet_desktop.store.people import ADDED_TO, NewPerson
from otnet_desktop.store.store import Store
from tests.benchmarks.dataset import NOW, profiles
from tests.benchmarks.report import Line, at_most, number
from tests.house.source import CHECKOUT

FEW, MANY = 10_000, 100_000
ROUNDS = 5

OURS = """
import runpy
try:
    runpy.run_module("otnet_desktop", run_name="__main__", alter_sys=True)
finally:
    print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:")))
"""
"""The command, which then tells how much memory it needed: the kernel's account of a child begins with its parent's."""

BARE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.recognise import FileFormat
from otnet_desktop.exchange.report import Incoming
from otnet_desktop.store.people import NewPerson
from otnet_desktop.store.store import Store
store = Store.open(Path(sys.argv[1]))
with open(sys.argv[2], "rb") as file, store.transaction():
    entries = (entry for entry in read_people(file, FileFormat.VCARD) if isinstance(entry, Incoming))
    people = (NewPerson(f"p{n}", e.profile, keys(e.profile)) for n, e in enumerate(entries))
    store.people.add(people, datetime.now(UTC))
store.close()
"""
"""Parses the cards and inserts whom they tell of: no plan, no comparison, nothing to undo."""


@dataclass(frozen=True, slots=True)
class Ended:
    """What a process needed: seconds of work, and bytes at most if it told."""

    cpu: float
    memory: int


def measure() -> Iterator[Line]:
    """In, then out."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from inserting(folder)
        yield from importing(folder)
        yield from exporting(folder)


def importing(folder: Path) -> Iterator[Line]:
    """A whole process from a file of cards to people who are found."""
    took: dict[int, float] = {}
    most: dict[int, int] = {}
    for count, rounds in ((FEW, ROUNDS), (MANY, 1)):
        file = folder / f"{count}.vcf"
        with file.open("w", encoding="utf-8", newline="") as out:
            out.writelines(write_cards(profiles(count, 0, random.Random(count), brief=False), include_private=True))
        told: dict[str, list[Ended]] = {OURS: [], BARE: []}
        for turn in range(rounds):
            for program, arguments in ((OURS, ("--data-dir", "{}", "import", str(file))), (BARE, ("{}", str(file)))):
                data = folder / f"data-{count}-{turn}-{program is OURS}"
                told[program].append(run(program, *(text.format(data) for text in arguments)))
        ours, bare = (statistics.median(one.cpu for one in told[program]) for program in (OURS, BARE))
        took[count] = ours
        note = f" ({number(ours)} s)"
        yield at_most(
            f"file of {count:,} cards to searchable / parsing and inserting alone", ours / bare, 1.25, "", note
        )
        most[count] = max(one.memory for one in told[OURS])
    yield at_most(
        f"exponent from {FEW:,} to {MANY:,}", math.log(took[MANY] / took[FEW]) / math.log(MANY / FEW), 1.08, ""
    )
    yield at_most(f"memory at most, {MANY:,} cards", most[MANY] / 2**20, 120, " MB")


def run(program: str, *arguments: str) -> Ended:
    """A process from beginning to end."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    said = process.stdout.read().split()
    _pid, status, used = os.wait4(process.pid, 0)
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"status {process.returncode}"
    return Ended(used.ru_utime + used.ru_stime, int(said[-1]) * 1024 if said else 0)


def inserting(folder: Path) -> Iterator[Line]:
    """The store against nothing but the same rows, with the same indexes and search tables."""
    everybody = [
        NewPerson(f"p{n}", profile, keys(profile))
        for n, profile in enumerate(profiles(FEW, 0, random.Random(FEW), brief=False))
    ]
    times: dict[str, list[float]] = {"store": [], "rows": []}
    for turn in range(ROUNDS):
        store = Store.open(folder / f"store-{turn}")
        times["store"].append(seconds(partial(add, store, everybody)))
        rows = [(table, store.database.sql(f"SELECT * FROM {table} ORDER BY rowid").fetchall()) for table in ADDED_TO]
        store.close()
        other = Store.open(folder / f"rows-{turn}")
        times["rows"].append(seconds(partial(insert, other.database.connection, rows)))
        other.close()
    ours, bare = (statistics.median(times[name]) for name in ("store", "rows"))
    note = f" ({number(ours)} s for {FEW:,})"
    yield at_most("people added by the store / their rows by executemany", ours / bare, 1.10, "", note)


def add(store: Store, everybody: list[NewPerson]) -> None:
    """Through the store, as one step to undo."""
    with store.transaction("Import", NOW):
        store.people.add(everybody, NOW)


def insert(connection: sqlite3.Connection, tables: list[tuple[str, list[tuple[object, ...]]]]) -> None:
    """The rows, then the search tables at once."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE journal_pen SET group_id = NULL, index_later = 1")
    for table, rows in tables:
        if rows:
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    connection.execute("UPDATE journal_pen SET index_later = 0")
    for table, rows in tables:
        if rows:
            search_index.add(connection, table, 1, len(rows))
    connection.execute("COMMIT")


def exporting(folder: Path) -> Iterator[Line]:
    """Each format against reading the same rows and writing the same bytes."""
    data = next(folder.glob(f"data-{FEW}-0-True"))
    workspace = open_workspace(data, FixedClock(NOW), lambda: ZoneInfo("UTC"))
    try:
        for name in (VCARD_4, VCARD_3, TABLE, GOOGLE):
            out = folder / name
            work = partial(workspace.exporting.write, name, out, private=True)
            work()
            content = out.read_bytes()
            times: dict[str, list[float]] = {"export": [], "bare": []}
            for _turn in range(ROUNDS):
                times["export"].append(seconds(work))
                times["bare"].append(seconds(partial(read_and_write, workspace.store, content, folder / "bare")))
            ours, bare = (statistics.median(times[key]) for key in ("export", "bare"))
            note = f" ({number(ours)} s for {FEW:,})"
            yield at_most(f"{name} written / rows read and bytes written", ours / bare, 2, "", note)
    finally:
        workspace.close()


def read_and_write(store: Store, content: bytes, out: Path) -> None:
    """As people, for there is no other way to read them; and the bytes as they are."""
    ids = store.people.everyone()
    for start in range(0, len(ids), 500):
        store.people.many(ids[start : start + 500])
    with out.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def seconds(work: Callable[[], object]) -> float:
    """How long it works, without collecting what others left."""
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began
