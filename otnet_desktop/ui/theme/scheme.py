"""What the user chose of light and dark. A file of its own, as the first frame needs nothing else of the theme."""

from __future__ import annotations

from enum import StrEnum


class Scheme(StrEnum):
    """Light or dark, or what the desktop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
