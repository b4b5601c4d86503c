"""Files in a folder or an archive that are not read, each with the reason. No file is passed over without a word."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

CONNECTIONS = "connections.csv"
MOST_TOLD = 20
"""So many by name; of a folder of photos the rest is only counted."""

NO_ADDRESS_BOOK = "not an address book"
LINK = "a link to another place"
OF_LINKEDIN = "LinkedIn's, and not about your contacts"
_REASONS = {
    "messages.csv": "messages would count as letters of yours and call for answers",
    "invitations.csv": "whoever accepted an invitation is in Connections.csv",
    "importedcontacts.csv": "LinkedIn took it from your telephone; choose it by itself if you want them",
    "positions.csv": "it tells where you worked yourself",
    "profile.csv": "it is about yourself",
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
    lines = [f"Left alone: {name} ({_reason(name, others, links)})." for name in names[:MOST_TOLD]]
    rest = len(names) - MOST_TOLD
    return (*lines, f"Left alone: {rest} more files.") if rest > 0 else tuple(lines)


def _reason(name: str, others: Collection[str], links: Collection[str]) -> str:
    if name in others:
        return _REASONS.get(PurePosixPath(name).name.lower(), OF_LINKEDIN)
    return LINK if name in links else NO_ADDRESS_BOOK
