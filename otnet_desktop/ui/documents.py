"""Where a file is suggested to be written, and what it is called when the name of somebody is in it.

Public: ``documents_folder()`` and ``part_of_a_name(text)``.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from otnet_desktop.ui.theme.literal import one_line

LONGEST = 100
"""Bytes: with what stands around it less than any system takes."""
_MEANS_SOMETHING = frozenset('/\\:*?"<>|')


def documents_folder() -> Path:
    """The user's documents; their home where there is no such folder (yet)."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def part_of_a_name(text: str) -> str:
    """``text`` as a part of a file's name on any system: it leads into no other folder, and is not too long."""
    kept = "".join("-" if sign in _MEANS_SOMETHING else sign for sign in one_line(text))
    return kept.encode("utf-8", "replace")[:LONGEST].decode("utf-8", "ignore").strip(" .")
