"""Google's custom fields: what our own export put there goes back to where it came from.

Public: ``read_custom(pairs)``, ``Custom``, ``OWN`` and ``is_entry(text)``; the labels are those of ``google_custom``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from otnet_desktop.domain.people import Affiliation, ContactPoint, ContactState
from otnet_desktop.exchange.columns.cells import values_of
from otnet_desktop.exchange.columns.meaning import Field
from otnet_desktop.exchange.google_custom import PLACE, STATES, read_chat, read_place
from otnet_desktop.exchange.own_csv import IDENTITY, KEPT
from otnet_desktop.exchange.vcard.columns import is_column
from otnet_desktop.exchange.vcard.heads import Heads, split_line
from otnet_desktop.exchange.vcard.known import is_known

OWN = {
    "Pronouns": Field.PRONOUNS,
    "Say it like": Field.PHONETIC,
    "Role": Field.ROLE,
    "How we met": Field.HOW_MET,
    "Event": Field.EVENT,
}
"""Fields by their label."""

SINGLES = {"Source": "X-OTNET-SOURCE", "Met via": "X-OTNET-MET-VIA", "Time zone": "TZ"}
"""Properties of a card by their label."""

LISTS = {"Practice areas": "areas", "NUCC codes": "nucc", "Languages": "languages"}
"""Parts of a card that hold several, by their label."""

_HEADS = Heads()

Pair = tuple[str, str, str]
"""The name of the column in which a value stands, its label, and the value."""


@dataclass(slots=True)
class Custom:
    """What custom fields say; ``left`` are those that are none of ours, or say something a second time."""

    uid: str = ""
    fields: list[tuple[str, str]] = field(default_factory=list)
    singles: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    places: list[Affiliation] = field(default_factory=list)
    chats: list[ContactPoint] = field(default_factory=list)
    states: dict[str, ContactState] = field(default_factory=dict)
    entries: list[str] = field(default_factory=list)
    seconds: list[tuple[str, str]] = field(default_factory=list)
    left: list[Pair] = field(default_factory=list)

    def with_state(self, point: ContactPoint) -> ContactPoint:
        """A way to reach somebody, and whether it still works."""
        state = self.states.get(point.value)
        return replace(point, state=state) if state else point


def read_custom(pairs: Iterable[Pair]) -> Custom:
    """All of one person's. Places, chats and states are ours only beside the id that we gave them."""
    told = list(pairs)
    found = Custom(uid=next((cell for _, label, cell in told if label == IDENTITY), ""))
    for name, label, cell in told:
        if not _take(found, label, cell):
            found.left.append((name, label, cell))
    return found


def _take(found: Custom, label: str, cell: str) -> bool:
    if label == IDENTITY and cell == found.uid:
        return True
    if label == KEPT and is_entry(cell):
        found.entries.append(cell)
    elif label in SINGLES:
        if found.singles.setdefault(SINGLES[label], cell) != cell:
            found.seconds.append((label, cell))
    elif label in LISTS:
        found.lists.setdefault(LISTS[label], []).extend(values_of(cell))
    elif label in OWN:
        found.fields += [(label, value) for value in values_of(cell)]
    else:
        return bool(found.uid) and _take_ours(found, label, cell)
    return True


def _take_ours(found: Custom, label: str, cell: str) -> bool:
    if label == PLACE and (place := read_place(cell)):
        found.places.append(place)
    elif chat := read_chat(label, cell):
        found.chats.append(chat)
    elif label in STATES:
        found.states[cell] = STATES[label]
    else:
        return False
    return True


def is_entry(text: str) -> bool:
    """Whether it is what was kept from an import, and not something somebody wrote."""
    if is_column(text):
        return True
    start, colon, _ = split_line(text)
    head = _HEADS[start] if colon and "\n" not in text else None
    if head is None or head.marks_card:
        return False
    name = start.partition(";")[0].rpartition(".")[2]
    return name == name.upper() or name[:2].upper() == "X-" or is_known(head.name)
