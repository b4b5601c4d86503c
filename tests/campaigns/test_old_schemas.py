"""Every schema there ever was comes to today's with equal content, also where the program is killed half-way.

``OTNET_KILLS`` says how many kills for each schema (100 unless told).
"""

from __future__ import annotations

import gzip
import multiprocessing
import os
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from otnet_desktop.store.content import content_hash
from otnet_desktop.store.passport import FILE_NAME, HEAD, read_passport
from otnet_desktop.store.store import Store

KILLS = int(os.environ.get("OTNET_KILLS", "100"))
HISTORY = Path(__file__).parents[1] / "history"


def start(folder: Path, told: Connection) -> None:
    """A start of the program, as far as the data go."""
    told.send("begun")
    Store.open(folder).close()
    told.send("done")


def unpacked(schema: int, folder: Path) -> Path:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(gzip.decompress((HISTORY / f"schema_{schema}.db.gz").read_bytes()))
    return folder


def content_of(folder: Path) -> str:
    """Of data that are whole in every way, after their migration."""
    store = Store.open(folder)
    check = store.check
    found = [*check.in_file(), *check.in_search(), *check.in_people(), *check.in_meetings(), *check.in_journal()]
    assert found == []
    content = content_hash(store.database)
    triggers = store.database.sql("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()
    store.close()
    return f"{content} {triggers}"


@pytest.mark.skipif(os.name != "posix", reason="processes are killed as POSIX does it")
@pytest.mark.parametrize("schema", range(1, HEAD))
def test_a_kill_half_way_leaves_the_old_or_the_new(schema: int, tmp_path: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["otnet_desktop.store.store", __name__])
    whole = content_of(unpacked(schema, tmp_path / "whole"))
    takes = length_of(context, unpacked(schema, tmp_path / "timed"))
    chance = random.Random(schema)
    versions: list[int] = []
    for number in range(KILLS):
        folder = unpacked(schema, tmp_path / f"killed-{number}")
        here, there = context.Pipe()
        process = context.Process(target=start, args=(folder, there))
        process.start()
        assert here.recv() == "begun"
        process.join(timeout=chance.uniform(0, takes))
        if process.pid is not None and process.is_alive():
            os.kill(process.pid, signal.SIGKILL)
        process.join()
        versions.append(read_passport(folder / FILE_NAME).version)
        assert content_of(folder) == whole, f"kill {number}"
    print(f"after {KILLS} kills: { {version: versions.count(version) for version in sorted(set(versions))} }")
    assert {schema, HEAD} <= set(versions), "some before and some after, or nothing is shown"


def length_of(context: multiprocessing.context.ForkServerContext, folder: Path) -> float:
    """How long a start takes that is left alone."""
    here, there = context.Pipe()
    process = context.Process(target=start, args=(folder, there))
    process.start()
    here.recv()
    began = time.perf_counter()
    assert here.recv() == "done"
    took = time.perf_counter() - began
    process.join()
    return took * 1.2
