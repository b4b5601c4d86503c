"""The repository speaks of the project alone, and has no room beside those agreed on."""

from __future__ import annotations

import re

from tests.house.source import CHECKOUT, files

TOP = {
    ".ci", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "otnet_desktop", "pyproject.toml",
    "resources", "tests",
}  # fmt: skip

# Written with gaps, or this file would be the first finding.
FOREIGN = re.compile("pypi [.]org|python hosted|deb [.]debian|npm js[.]org|/wo rk/|/ro ot/".replace(" ", ""))
"""Addresses of package registries, and places on somebody's machine."""

IN_TEXTS = {
    ".cfg",
    ".css",
    ".csv",
    ".desktop",
    ".html",
    ".json",
    ".md",
    ".py",
    ".qss",
    ".sql",
    ".svg",
    ".toml",
    ".txt",
    ".xml",
    "",
}


def test_nothing_beside_the_agreed_rooms() -> None:
    assert {path.parts[0] for path in files()} <= TOP


def test_no_address_and_no_place_of_anybody() -> None:
    found = [
        f"{path}: {match.group()}"
        for path in files()
        if path.suffix in IN_TEXTS
        for match in FOREIGN.finditer((CHECKOUT / path).read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found
