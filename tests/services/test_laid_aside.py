"""Values laid aside come back as they were, whoever asks."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path
from threading import Event, Thread

import pytest

from otnet_desktop.services import laid_aside
from otnet_desktop.services.laid_aside import LaidAside


class Interrupted(BytesIO):
    """A file that lets somebody else in between finding a place and reading there."""

    def __init__(self) -> None:
        super().__init__()
        self.found = Event()
        self.go_on = Event()

    def seek(self, place: int, whence: int = 0) -> int:
        """Wait a moment where a place was found."""
        at = super().seek(place, whence)
        self.found.set()
        self.go_on.wait(0.2)
        return at


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch) -> Interrupted:
    made = Interrupted()
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_: made)
    return made


def test_what_waits_and_what_was_written_come_back_alike(file: Interrupted, monkeypatch: pytest.MonkeyPatch) -> None:
    file.go_on.set()
    monkeypatch.setattr(laid_aside, "KEPT_IN_MEMORY", 150)
    laid = LaidAside(Path())
    values = [("text", number, (b"bytes",) * number) for number in range(12)]
    places = [laid.put(value) for value in values]
    assert 0 < len(file.getvalue()) < laid.put(()), "some lie there, some wait"
    assert [laid.get(place) for place in reversed(places)] == values[::-1]


def test_two_threads_read_each_what_they_asked_for(file: Interrupted, monkeypatch: pytest.MonkeyPatch) -> None:
    file.go_on.set()
    monkeypatch.setattr(laid_aside, "KEPT_IN_MEMORY", 0)
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


@pytest.mark.parametrize("is_secret", [True, False])
def test_nobody_else_can_read_what_is_on_the_disk_of_protected_data(
    file: Interrupted, monkeypatch: pytest.MonkeyPatch, *, is_secret: bool
) -> None:
    file.go_on.set()
    monkeypatch.setattr(laid_aside, "KEPT_IN_MEMORY", 150)
    laid = LaidAside(Path(), is_secret=is_secret)
    values = [("Renata Canary", number) for number in range(50)]
    places = [laid.put(value) for value in values]
    assert (b"Canary" in file.getvalue()) is not is_secret
    assert [laid.get(place) for place in places] == values


def test_what_nobody_said_is_plain_is_secret(file: Interrupted, monkeypatch: pytest.MonkeyPatch) -> None:
    file.go_on.set()
    monkeypatch.setattr(laid_aside, "KEPT_IN_MEMORY", 0)
    laid = LaidAside(Path())
    laid.put("Renata Canary")
    assert file.getvalue()
    assert b"Canary" not in file.getvalue()
