"""``kill -9`` of the real window, again and again on the same data, while somebody types and adds people.

What the window said to be saved is there, nobody is there by half, of what was typed at most two seconds are lost, and
the next start needs nobody's help. ``OTNET_KILLS`` says how many kills (20 unless told; 200 are promised).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from otnet_desktop.domain.people import PersonId
from otnet_desktop.store.store import Store
from tests.factories import add_person
from tests.house.source import CHECKOUT

KILLS = int(os.environ.get("OTNET_KILLS", "20"))
MOST_LOST_S = 2.0
FIRST = PersonId(1)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are killed as POSIX does it")


class Told:
    """What the window said, line by line, as it comes."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.lines: list[list[str]] = []
        self.has_begun = threading.Event()
        self._reader = threading.Thread(target=self._read, args=(process,))
        self._reader.start()

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            if line.endswith("\n"):  # the last one may be half
                self.lines.append(line.split(maxsplit=2 if line.startswith("typed") else 1))
            if line == "begun\n":
                self.has_begun.set()
        self.has_begun.set()

    def to_the_end(self) -> None:
        self._reader.join()

    def of(self, what: str) -> list[list[str]]:
        return [[word.strip() for word in line[1:]] for line in self.lines if line[0] == what]


@contextmanager
def typing(folder: Path, number: int) -> Iterator[tuple[subprocess.Popen[str], Told]]:
    command = [sys.executable, "-m", "tests.campaigns.typist", str(number), "--data-dir", str(folder)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    complaints = folder.with_name("complaints")
    with (
        complaints.open("w") as said,
        subprocess.Popen(
            command, cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, stderr=said, text=True
        ) as process,
    ):
        told = Told(process)
        try:
            assert told.has_begun.wait(60), complaints.read_text()
            yield process, told
        finally:
            process.kill()
            process.wait()
            told.to_the_end()


def look(folder: Path) -> tuple[str, set[str]]:
    """The notes, and everybody's name; whoever is there is there whole."""
    store = Store.open(folder)
    check = store.check
    found = [*check.in_file(), *check.in_search(), *check.in_people(), *check.in_meetings(), *check.in_journal()]
    assert found == []
    notes = store.research.of(FIRST).notes
    people = store.people.many([person for person in store.people.everyone() if person != FIRST])
    store.close()
    assert all(len(person.profile.contact_points) == 1 for person in people), "somebody is there by half"
    return notes, {person.profile.full_name for person in people}


def test_a_killed_window_has_lost_nothing_it_said_to_be_saved(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store = Store.open(folder)
    assert add_person(store, "Renata Núñez", "renata") == FIRST
    store.close()
    chance = random.Random(20260318)
    before, saved, added, lost = "", 0, set[str](), [0.0]
    for number in range(KILLS):
        with typing(folder, number) as (process, told):
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(timeout=chance.uniform(0.05, 3.0))
            killed = time.monotonic()
            process.send_signal(signal.SIGKILL)
        notes, names = look(folder)
        words = [(float(at), f"{word} ") for at, word in told.of("typed")]
        everything = before + "".join(word for _, word in words)
        assert (everything + f"{number}.").startswith(notes[: len(everything)]), "garbled"
        acknowledged = max((int(length) for (length,) in told.of("saved")), default=len(before))
        assert len(notes) >= acknowledged, "words are lost that were said to be saved"
        end = len(before)
        for at, word in words:
            end += len(word)
            if end > len(notes):
                lost.append(killed - at)
                break
        assert lost[-1] <= MOST_LOST_S
        added |= {name for (name,) in told.of("person")}
        assert added <= names, "somebody is lost who was said to be added"
        saved += len(told.of("saved"))
        before = notes
    print(f"{KILLS} kills, {saved} saves and {len(added)} people said to be kept; at most {max(lost):.2f} s lost")
    assert saved
    assert added
