"""Where an archive is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.exchange.archive import ArchiveNote
from otnet_desktop.services import exporting
from otnet_desktop.services.workspace import Workspace


def test_the_copy_for_an_archive_lies_beside_it_and_nowhere_else(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "usb" / "all.zip"
    out.parent.mkdir()
    copies: list[Path] = []

    def fail(file: object, note: ArchiveNote, data: Path) -> None:
        assert data.read_bytes().startswith(b"SQLite format 3\0")
        copies.append(data)
        raise KeyboardInterrupt

    monkeypatch.setattr(exporting, "write_archive", fail)
    with pytest.raises(KeyboardInterrupt):
        workspace.exporting.write_archive(out)
    (copy,) = copies
    assert copy.parent.parent == out.parent
    assert list(out.parent.iterdir()) == []
