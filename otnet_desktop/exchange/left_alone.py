"""Files in a folder or an archive that are not read, each with the reason. No file is passed over without a word."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from otnet_desktop.domain.sentences import Sentence, sentence

CONNECTIONS = "connections.csv"
MOST_TOLD = 20
"""So many by name; of a folder of photos the rest is only counted."""

NO_ADDRESS_BOOK = sentence("not an address book")
LINK = sentence("a link to another place")
OF_LINKEDIN = sentence("LinkedIn's, and not about your contacts")
_REASONS = {
    "messages.csv": sentence("messages would count as letters of yours and call for answers"),
    "invitations.csv": sentence("whoever accepted an invitation is in Connections.csv"),
    "importedcontacts.csv": sentence("LinkedIn took it from your telephone; choose it by itself if you want them"),
    "positions.csv": sentence("it tells where you worked yourself"),
    "profile.csv": sentence("it is about yourself"),
}
_SIGNS = frozenset({*_REASONS, "registration.csv", "email addresses.csv", "skills.csv", "education.csv"})
"""Beside Connections.csv in everything that LinkedIn packs."""


def of_linkedin(names: Collection[str]) -> frozenset[str]:
    """Those of some files that LinkedIn packed besides the connections."""
    paths = [PurePosixPath(name) for name in names]
    packed = {path.parent for path in paths if path.name.lower() == CONNECTIONS}
    packed &= {path.parent for path in paths if path.name.lower() in _SIGNS}
    return frozenset(
        str(path)
        for path in paths
        if path.suffix.lower() == ".csv"
        and path.name.lower() != CONNECTIONS
        and not packed.isdisjoint({path.parent, *path.parents})
    )


def told(names: Sequence[str], others: Collection[str], links: Collection[str] = ()) -> tuple[str, ...]:
    """A line for each, the first ones by name. ``others`` are of LinkedIn's archive."""
    lines = [
        sentence("Left alone: {file} ({why}).", file=name, why=_reason(name, others, links))
        for name in names[:MOST_TOLD]
    ]
    rest = len(names) - MOST_TOLD
    return (*lines, sentence("Left alone: {rest} more files.", rest=rest)) if rest > 0 else tuple(lines)


def _reason(name: str, others: Collection[str], links: Collection[str]) -> Sentence:
    if name in others:
        return _REASONS.get(PurePosixPath(name).name.lower(), OF_LINKEDIN)
    return LINK if name in links else NO_ADDRESS_BOOK
