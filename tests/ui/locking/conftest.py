"""For every test of locking: what locks the window a test has made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.locking.locker import Locker
from tests.ui.real_window import RealWindow


@pytest.fixture
def locker(real: RealWindow, workspace: Workspace) -> Iterator[Locker]:
    """It listens to the real window."""
    made = Locker(real.window, workspace, real.tasks)
    yield made
    made.close()
