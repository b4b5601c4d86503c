"""What every command does without."""

from __future__ import annotations

import gc
from contextlib import suppress

from otnet_desktop.app.commands.run import MADE_BETWEEN_LOOKS, looking_seldom


def test_circles_are_looked_for_seldom_until_the_command_ends() -> None:
    before = gc.get_threshold()
    with suppress(KeyboardInterrupt), looking_seldom():
        assert gc.get_threshold()[0] == MADE_BETWEEN_LOOKS > before[0]
        raise KeyboardInterrupt
    assert gc.get_threshold() == before
