"""A person as a number, and whether anything may be suggested about them.

Apart from ``people``, because the first frame of the window needs no more than this.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", int)


class Status(StrEnum):
    """Whether anything may be suggested about a person. Stricter ones win in a merge or import."""

    ACTIVE = "active"
    ARCHIVED = "archived"
    DO_NOT_CONTACT = "do_not_contact"
    DECEASED = "deceased"

    @property
    def strictness(self) -> int:
        """0 for active up to 3 for deceased."""
        return list(Status).index(self)
