"""Where a file is suggested to be written is a place that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from otnet_desktop.ui.documents import LONGEST, documents_folder, part_of_a_name
from tests.campaigns.naughty import NAUGHTY


def test_a_folder_that_is_not_there_is_not_suggested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = tmp_path / "Documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(documents))
    assert documents_folder() == Path.home()
    documents.mkdir()
    assert documents_folder() == documents


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Renata Núñez", "Renata Núñez"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("/etc/passwd", "-etc-passwd"),
        ("C:\\Windows\\x", "C--Windows-x"),
        ("\\\\host\\share", "--host-share"),
        ("Ana\0\nLee \x1b", "Ana Lee"),
        ("half \ud83d", "half"),
        ('a <b>?*|"', "a -b-----"),
        ("...", ""),
        ("é" * 200, "é" * (LONGEST // 2)),
    ],
)
def test_somebodys_name_leads_into_no_other_folder(text: str, part: str) -> None:
    assert part_of_a_name(text) == part


def test_a_file_with_anybodys_name_can_be_written(tmp_path: Path) -> None:
    for name in NAUGHTY:
        file = tmp_path / f"Letter to {part_of_a_name(name)}.eml"
        file.write_text("")
        assert file.parent == tmp_path
        file.unlink()
    assert list(tmp_path.iterdir()) == []
