"""Work that may never answer, as it asks another program: nobody has to wait for it to end the program.

Public: ``abandonable(task, work)``, for a task.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import TypeVar

from otnet_desktop.ui.tasks import Task

Answer = TypeVar("Answer")

LOOK_EVERY_S = 0.05
"""So soon it is seen that nobody waits any more."""


def abandonable(task: Task, work: Callable[[], Answer]) -> Answer | None:
    """What ``work`` answers, or raises; none as soon as nobody wants it any more."""
    done = Event()
    answers: list[Answer] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            answers.append(work())
        except Exception as error:  # noqa: BLE001 - it is raised in the task
            errors.append(error)
        done.set()

    Thread(target=run, name="abandonable", daemon=True).start()
    while not done.wait(LOOK_EVERY_S):
        if task.is_cancelled:
            return None
    if errors:
        raise errors[0]
    return answers[0]
