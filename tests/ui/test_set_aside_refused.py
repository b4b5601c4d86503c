"""What was set aside and is refused, or fails by a mistake of ours: it is not lost, and nothing else waits for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotAllowed, NotFound, NotSaved
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.set_aside import SetAside
from otnet_desktop.ui.unsaved import Unsaved


def test_what_is_saved_with_a_mistake_of_ours_is_not_lost_and_keeps_nothing_else_waiting(
    qtbot: QtBot, qapp: QObject
) -> None:
    aside, done = SetAside(qapp), []

    def mistaken() -> bool:
        raise ZeroDivisionError

    def right() -> bool:
        done.append("second")
        return True

    aside.put(1, "first", [Unsaved("Notes", "first")], mistaken)
    aside.put(2, "second", [Unsaved("Notes", "second")], right)
    with qtbot.captureExceptions() as told:
        aside.flush()
    assert [kind for kind, *_more in told] == [ZeroDivisionError]
    assert done == ["second"]
    assert aside.unsaved() == [Unsaved("Notes", "first")]
    aside.deleteLater()


@pytest.mark.parametrize(("error", "tries"), [(NotFound, 1), (NotAllowed, 1), (NotSaved, 2)])
def test_what_was_refused_is_not_tried_at_every_change_but_at_the_end(
    qtbot: QtBot, qapp: QObject, error: type[NotFound | NotAllowed | NotSaved], tries: int
) -> None:
    aside, intents, tried = SetAside(qapp), Intents(), []

    def save() -> None:
        tried.append(1)
        raise error("No.")

    aside.put(1, "text", [Unsaved("Notes", "text")], lambda: succeeded(intents, save))
    aside._timer.setInterval(0)
    aside.try_soon()
    qtbot.waitUntil(lambda: len(tried) == 1)
    aside.try_soon()
    qtbot.waitUntil(lambda: not aside._timer.isActive())
    assert len(tried) == tries
    assert aside.unsaved() == [Unsaved("Notes", "text")]
    aside.flush()
    assert len(tried) == tries + 1, "an undo may have brought them back"
    aside.deleteLater()
