"""Whoever asked for silence has asked for it, though they were deleted since and come in again."""

from __future__ import annotations

from collections.abc import Collection

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.steps import Steps


def keep_silence(steps: Steps, newcomers: Collection[PersonId]) -> None:
    """Close those of them, of one range of ids, who lie in the trash as closed. Inside a step."""
    if not newcomers:
        return
    now = steps.clock.now()
    closed = steps.store.trash.closed_again(min(newcomers), max(newcomers))
    for person, status in closed.items():
        steps.store.facts.record(f.StatusSet(pid="", status=status, at=now), person)
        steps.store.people.set_status(person, status, now)
    steps.look_again(closed)
