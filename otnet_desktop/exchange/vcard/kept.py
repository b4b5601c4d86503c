"""Lines kept from a person's own card, sorted for writing: details of values still held, and lines without a field.

A line kept for its details (parameters, structure) is used as long as its value is still in the profile; once somebody
has changed the value, the line is out of date and left out, with whatever hung on its group.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.vcard.card import Property
from otnet_desktop.exchange.vcard.columns import COLUMN, is_column, to_line
from otnet_desktop.exchange.vcard.gathering import ALSO, LABEL, build, gather
from otnet_desktop.exchange.vcard.heads import Heads, split_line
from otnet_desktop.exchange.vcard.incoming import STRAY
from otnet_desktop.exchange.vcard.pieces import GroupNames, Piece, kind_of, pieces
from otnet_desktop.exchange.vcard.properties import RANKS
from otnet_desktop.exchange.vcard.values import escape

Key = tuple[str, Hashable]


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line, and the property it is (none for one that is merely carried along)."""

    name: str
    text: str
    content: Property | None = None

    @property
    def group(self) -> str:
        """Its group, or nothing."""
        return self.content.head.group if self.content else ""


class KeptLines:
    """What ``Profile.foreign`` holds, in the light of what else is going to be written."""

    def __init__(self, profile: Profile) -> None:
        heads = Heads()
        self._credentials = frozenset(profile.credentials)
        self._lines = [_kept_line(entry, heads) for entry in profile.foreign]
        self._labels = {line.group: line.content for line in self._lines if line.name == LABEL and line.content}
        self.details: dict[Key, list[str]] = {}
        self.covered: set[Key] = set()
        self.rest: list[KeptLine] = []
        self.photo_head = "PHOTO:"

    @property
    def is_empty(self) -> bool:
        """Whether nothing was kept."""
        return not self._lines

    @property
    def groups(self) -> frozenset[str]:
        """Groups in use."""
        return frozenset(line.group for line in self._lines)

    def settle(self, said: Iterable[Piece]) -> None:
        """Find out which lines are details of a piece, which are out of date, and which belong to no field."""
        if self.is_empty:
            return
        have = {(piece.kind, piece.value) for piece in said}
        live: set[str] = set()
        stale: set[str] = set()
        for line in self._lines:
            keys = self._keys(line)
            if line.name == "PHOTO" and line.content and not line.content.value and line.group[:4] != ALSO:
                self.photo_head = line.text
                live.add(line.group)
            elif not keys:
                self.rest.append(line)
            elif have.issuperset(keys):
                self.details.setdefault(keys[0], []).append(line.text)
                self.covered.update(keys)
                live.add(line.group)
            else:
                stale.add(line.group)
        orphaned = stale - live - {""}
        self.rest = [line for line in self.rest if line.group not in orphaned]

    def _keys(self, line: KeptLine) -> list[Key]:
        """What the line tells, as kinds and values of pieces; nothing if no field of ours can hold it."""
        content = line.content
        if content is None or line.name not in RANKS or line.group[:4] == ALSO:
            return []
        label = self._labels.get(line.group)
        parts, _ = gather([label, content] if label and line.group else [content])
        if not self._credentials.issuperset(parts.letters):
            return [(line.name, None)]
        kind = kind_of(line.name)
        return [(p.kind, p.value) for p in pieces(build(parts), GroupNames(), include_private=True) if p.kind == kind]


def _kept_line(entry: str, heads: Heads) -> KeptLine:
    if is_column(entry):
        return KeptLine(COLUMN, to_line(entry))
    text, colon, value = split_line(entry)
    head = heads[text]
    if head is None or not colon or head.marks_card or "\n" in entry or "\r" in entry:
        return KeptLine(STRAY, f"{STRAY}:{escape(entry)}")
    return KeptLine(head.name, entry, Property(head, value, 0))
