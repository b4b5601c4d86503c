"""Two states of what is known about somebody, told as the things that are otherwise.

A state is the rows of a table as they are kept. What cannot be told in a word (keys for imports, numbers of rows) is
left out: the title of the step says enough.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from otnet_desktop.domain.history import Detail

Row = Mapping[str, Any]

LONGEST = 200
"""More of a text than this is no glance."""

PERSON = (
    "given", "middle", "family", "display", "prefix", "suffix", "nickname", "say_it_like", "pronouns", "credentials",
    "role", "practice_areas", "languages", "zone", "birthday", "how_met", "met_via", "event", "tags", "status",
)  # fmt: skip
MEETING = ("title", "place", "link", "format", "state", "start_at", "notes")
"""Columns of a person and of a meeting that are told one by one; instants stay seconds, for whoever knows the zone."""

TEXTS = {
    "key_point": ("text",),
    "purpose": ("statement", "kind"),
    "message": ("subject", "body"),
    "promise": ("text",),
    "opportunity": ("title",),
    "advice": ("text",),
    "hours": ("text", "day"),
    "tick": ("item",),
    "attendee": ("meeting",),
    "affiliation": ("title", "place"),
    "merge_log": ("name",),
}
"""What to say of a row of these tables: the first that is not empty; of a place where somebody works, both."""


def details(table: str, before: Sequence[Row], after: Sequence[Row]) -> list[Detail]:
    """What is otherwise now in the rows of one table."""
    if table in COLUMNS:
        was = {row["id"]: row for row in before}
        return [d for row in after if row["id"] in was for d in columns(COLUMNS[table], was[row["id"]], row)]
    if table == "note":
        was, now = (rows[0]["body"].splitlines() if rows else [] for rows in (before, after))
        return [Detail("note", glance([line for line in was if line not in now]), glance(minus(now, was)))]
    if table == "photo":
        return [Detail("photo", "", "")]
    if table == "contact_point":
        kinds = dict.fromkeys(row["kind"] for row in (*before, *after))
        return [d for kind in kinds for d in listed(kind, *(values(rows, kind) for rows in (before, after)))]
    if table in TEXTS:
        return listed(table, *([said(table, row) for row in rows] for rows in (before, after)))
    return []


def columns(names: Sequence[str], before: Row, after: Row) -> list[Detail]:
    """Field by field."""
    return [
        Detail(name, word(name, before[name]), word(name, after[name])) for name in names if before[name] != after[name]
    ]


COLUMNS = {"person": PERSON, "meeting": MEETING}
"""Who is new or gone is told by the step's title."""


def listed(what: str, before: Sequence[str], after: Sequence[str]) -> list[Detail]:
    """What left a list and what came: one that took the place of another is told as one."""
    gone, come = (list(filter(None, minus(*texts))) for texts in ((before, after), (after, before)))
    if len(gone) == len(come) == 1:
        return [Detail(what, gone[0], come[0])]
    return [Detail(what, text, "") for text in gone] + [Detail(what, "", text) for text in come]


def values(rows: Sequence[Row], kind: str) -> list[str]:
    """Ways to reach somebody, of one kind."""
    return [
        row["value"] + ("" if row["state"] == "ok" else f" ({row['state']})") for row in rows if row["kind"] == kind
    ]


def said(table: str, row: Row) -> str:
    """A row in a glance."""
    texts = [" ".join(str(row.get(name) or "").split()) for name in TEXTS[table]]
    told = [text for text in texts if text]
    return ", ".join(told) if table == "affiliation" else clipped(told[0] if told else "")


LISTS = frozenset({"credentials", "practice_areas", "languages", "tags"})
"""Columns of several values; any other text may begin with a bracket, and is what it is."""


def word(name: str, value: object) -> str:
    """A column as text; lists with commas."""
    text = str(value or "")
    return ", ".join(json.loads(text)) if text and name in LISTS else clipped(text)


def glance(lines: Sequence[str]) -> str:
    """Some lines of a note as one."""
    return clipped(" ".join(" ".join(lines).split()))


def clipped(text: str) -> str:
    """No more than a glance."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def minus(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    """Those texts that are not among the others, each as often as it is more there."""
    left = list(others)
    found = []
    for text in texts:
        if text in left:
            left.remove(text)
        else:
            found.append(text)
    return found
