"""Finds what ships beside the code and reads it: the only place that knows where ``resources/`` is.

In a wheel it is ``otnet_desktop/resources``; in a checkout it stands beside the package. Nothing here is ever written.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from otnet_desktop.domain.letters import Letter
    from otnet_desktop.domain.vocabulary import Choices, Vocabulary
    from otnet_desktop.services.material import Material

PREFIX = "res"
"""``res:icons/mail.svg`` is how Qt (icons, style sheets, help) names a file in ``resources``."""


@cache
def root() -> Path:
    """The folder with everything that ships."""
    package = Path(__file__).parents[1]
    for folder in (package / "resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("The program's own resources are missing: please install it again.")


def offer_to_qt() -> None:
    """Let Qt find ``res:`` paths. Call it once, before the first icon."""
    from PySide6.QtCore import QDir

    QDir.setSearchPaths(PREFIX, [str(root())])


def load_material() -> Material:
    """Everything a workspace is handed."""
    from otnet_desktop.services.material import Material

    return Material(
        vocabulary=load_vocabulary(),
        letters=letters("letters/letters.json"),
        questions=lines("questions/questions.json", "by_purpose"),
        checklists=lines("checklists/checklists.json", "by_kind"),
        synonyms=tuple(map(tuple, read("vocabulary/synonyms.json")["rows"])),
    )


def load_vocabulary() -> Vocabulary:
    """The lists to choose from."""
    from otnet_desktop.domain.vocabulary import Vocabulary

    return Vocabulary(**{name: choices(f"vocabulary/{name}.json") for name in Vocabulary.__slots__})


def choices(name: str) -> Choices:
    """The ``rows`` of a file: ``[code, label, ...]`` each, or a plain label that is its own code."""
    from otnet_desktop.domain.vocabulary import Choice

    rows = read(name)["rows"]
    return tuple(Choice(row, row) if isinstance(row, str) else Choice(row[0], row[1]) for row in rows)


def letters(name: str) -> dict[str, Letter]:
    """The letters of a file, by their id."""
    from otnet_desktop.domain.letters import Letter

    return {key: Letter(told["subject"], told["body"]) for key, told in read(name)["letters"].items()}


def lines(name: str, part: str) -> dict[str, tuple[str, ...]]:
    """Lists of sentences by a word."""
    return {key: tuple(sentences) for key, sentences in read(name)[part].items()}


def read(name: str) -> dict[str, Any]:
    """A file of ours; each tells its source and date besides what it holds."""
    import json

    told: dict[str, Any] = json.loads((root() / name).read_text("utf-8"))
    return told
