"""Values laid aside come back as they were, whoever asks."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from otnet_desktop.services.laid_aside import LaidAside


class Interrupted(tempfile.SpooledTemporaryFile[bytes]):
    """A file that lets somebody else in between finding a place and reading there."""

    def __init__(self, **options: object) -> None:
        super().__init__()
        self.found = Event()
        self.go_on = Event()

    def seek(self, *place: int) -> int:
        """Wait a moment where a place was found."""
        at = super().seek(*place)
        self.found.set()
        self.go_on.wait(0.2)
        return at


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch) -> Iterator[Interrupted]:
    made = Interrupted()
    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", lambda **_: made)
    yield made
    made.close()


def test_two_threads_read_each_what_they_asked_for(file: Interrupted) -> None:
    file.go_on.set()
    laid = LaidAside(Path())
    first, second = laid.put("first"), laid.put("second")
    file.go_on.clear()
    file.found.clear()
    told: list[object] = []
    worker = Thread(target=lambda: told.append(laid.get(first)))
    worker.start()
    assert file.found.wait(5)
    file.go_on.set()
    assert laid.get(second) == "second"
    worker.join()
    assert told == ["first"]


def test_nobody_else_can_read_what_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, made = tempfile.SpooledTemporaryFile, []

    def on_disk(**options: object) -> object:
        made.append(real(max_size=1, dir=str(tmp_path)))
        return made[0]

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", on_disk)
    laid = LaidAside(tmp_path)
    values = [("Renata Canary", number) for number in range(50)]
    places = [laid.put(value) for value in values]
    made[0].seek(0)
    assert b"Canary" not in made[0].read()
    assert [laid.get(place) for place in places] == values
