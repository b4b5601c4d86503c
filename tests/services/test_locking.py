"""A passphrase over the data, the lock of the window, and the sheet for the day it is forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.services import locking
from otnet_desktop.services.workspace import Workspace


def test_without_a_passphrase_there_is_nothing_to_lock(workspace: Workspace, tmp_path: Path) -> None:
    assert not workspace.locking.is_protected
    workspace.locking.lock()
    assert not workspace.locking.is_locked
    with pytest.raises(NotAllowed):
        workspace.locking.recovery_sheet()
    assert not workspace.locking.remember()


def test_data_without_a_passphrase_need_no_key(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert not locking.is_protected(folder)
    assert locking.key_by_passphrase(folder, "any") is None
    assert locking.key_by_recovery(folder, "any") is None
    assert locking.remembered_key(folder) is None
    assert not locking.is_protected(tmp_path / "nowhere")
