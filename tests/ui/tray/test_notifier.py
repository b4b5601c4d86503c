"""Which notifier shows a notice: the first that works at that moment."""

from __future__ import annotations

import logging

import pytest

from otnet_desktop.ui.tray.notice import ActionHandler, Notice
from otnet_desktop.ui.tray.notifier import FirstThatWorks, RefusalHandler

THANKS = Notice("THANKS:m1:p1", "Thank Renata")


class Backend:
    """A way to show notices that does as it is told."""

    on_action: ActionHandler
    on_refused: RefusalHandler

    def __init__(self, name: str) -> None:
        self.name = name
        self.works = True
        self.refuses = False
        self.shown: list[Notice] = []
        self.withdrawn: list[str] = []
        self.closed = False

    def is_available(self) -> bool:
        return self.works

    def show(self, notice: Notice) -> None:
        if self.refuses:
            self.on_refused(notice)
        else:
            self.shown.append(notice)

    def withdraw(self, notice_id: str) -> None:
        self.withdrawn.append(notice_id)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def backends() -> list[Backend]:
    return [Backend("bus"), Backend("balloon"), Backend("window")]


def test_the_first_that_works_shows_it(backends: list[Backend], caplog: pytest.LogCaptureFixture) -> None:
    backends[0].works = False
    with caplog.at_level(logging.INFO):
        FirstThatWorks(backends).show(THANKS)
    assert [backend.shown for backend in backends] == [[], [THANKS], []]
    assert "by balloon (passed over: bus)" in caplog.text
    assert "Renata" not in caplog.text


def test_it_is_looked_at_anew_for_every_notice(backends: list[Backend], caplog: pytest.LogCaptureFixture) -> None:
    notifier = FirstThatWorks(backends)
    with caplog.at_level(logging.INFO):
        notifier.show(THANKS)
        notifier.show(THANKS)
        backends[0].works = False
        notifier.show(THANKS)
        backends[0].works = True
        notifier.show(THANKS)
    assert len(backends[0].shown) == 3
    assert len(backends[1].shown) == 1
    assert len(caplog.records) == 3  # each change once


def test_what_one_refuses_goes_to_the_next_and_never_round_in_circles(backends: list[Backend]) -> None:
    backends[0].refuses = backends[1].refuses = True
    FirstThatWorks(backends).show(THANKS)
    assert [backend.shown for backend in backends] == [[], [], [THANKS]]


def test_a_press_is_heard_whoever_showed_it(backends: list[Backend]) -> None:
    pressed: list[tuple[str, str]] = []
    notifier = FirstThatWorks(backends)
    notifier.on_action = lambda notice, action: pressed.append((notice, action))
    backends[1].on_action("THANKS:m1:p1", "write")
    assert pressed == [("THANKS:m1:p1", "write")]


def test_a_notice_is_taken_back_everywhere(backends: list[Backend]) -> None:
    notifier = FirstThatWorks(backends)
    notifier.withdraw("THANKS:m1:p1")
    notifier.close()
    assert all(backend.withdrawn == ["THANKS:m1:p1"] and backend.closed for backend in backends)
