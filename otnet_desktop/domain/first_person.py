"""Somebody at the top of the list, as the first frame shows them."""

from __future__ import annotations


class FirstPerson:
    """What can be told before anything is loaded. Written by hand: a dataclass takes longer to make than to fill."""

    __slots__ = ("due", "headline", "id", "name", "ref")

    def __init__(self, id: int, ref: str, name: str, headline: str, due: int) -> None:  # noqa: A002 - as in the rows
        self.id = id
        self.ref = ref
        self.name = name
        self.headline = headline
        self.due = bool(due)
