"""Runs a use case from a slot, so that a failure is told and never lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from otnet_desktop.domain.errors import OtnetError
from otnet_desktop.ui.intents import Intents

Answer = TypeVar("Answer")

_heard: list[list[OtnetError]] = []
"""Who wants to know what is told, for ``tried``. Kept any longer, a failure would keep the page it went through."""


def attempt(intents: Intents, work: Callable[[], Answer]) -> Answer | None:
    """The answer, or ``None`` after telling why not. What is our own mistake goes on to the trouble report."""
    try:
        return work()
    except OtnetError as error:
        intents.failed.emit(error)
        for told in _heard:
            told.append(error)
        return None


def succeeded(intents: Intents, work: Callable[[], object]) -> bool:
    """Whether the use case was done; if not, why not was told."""

    def done() -> bool:
        work()
        return True

    return attempt(intents, done) is True


def tried(work: Callable[[], Answer]) -> tuple[Answer, OtnetError | None]:
    """The answer of what attempts something itself, and the last failure it told."""
    told: list[OtnetError] = []
    _heard.append(told)
    try:
        answer = work()
    finally:
        _heard.pop()
    return answer, told[-1] if told else None
