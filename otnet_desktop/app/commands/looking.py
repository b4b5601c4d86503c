"""Looking at people: the list, and who may be here twice."""

from __future__ import annotations

import argparse
from typing import Any

from otnet_desktop.app.commands.answer import Answer
from otnet_desktop.app.commands.speaking import tongue
from otnet_desktop.domain.duplicates.words import said
from otnet_desktop.domain.people import Person, PersonId
from otnet_desktop.domain.reminder_texts import Tongue, say
from otnet_desktop.domain.roster import ListRow
from otnet_desktop.services.workspace import Workspace

EVERYONE = 1_000_000_000
"""No limit: whoever asks in a terminal can pipe the answer through ``head``."""


def people(workspace: Workspace, given: argparse.Namespace) -> Answer:
    """List or search people."""
    workspace.reminders.refresh()
    query = " ".join(given.query)
    matched: dict[PersonId, str] = {}
    if query.strip():
        matched = {hit.id: hit.matched for hit in workspace.roster.find(query, EVERYONE)}
        ids = list(matched)
    else:
        ids = workspace.store.people.everyone()
    speaking = tongue(workspace)
    persons = {person.id: person for person in workspace.store.people.many(ids)}
    data = [
        row_told(row, persons[row.id], matched.get(row.id, ""), speaking)
        for row in workspace.roster.rows(ids)
        if row.id in persons
    ]
    return Answer(data, tuple(map(line, data)) or (nobody(query),))


def row_told(row: ListRow, person: Person, matched: str, speaking: Tongue) -> dict[str, Any]:
    """One row of the list."""
    return {
        "id": row.id,
        "ref": row.ref,
        "name": row.name,
        "organisation": person.profile.current.organisation,
        "stage": row.stage.value,
        "status": row.status.value,
        "next": say(row.next, speaking).title if row.next else "",
        "matched": matched,
    }


def line(row: dict[str, Any]) -> str:
    """The same for a reader."""
    told = [row["name"], row["organisation"], row["stage"].replace("_", " "), row["next"], row["matched"]]
    return f"{row['id']:>6}  " + " · ".join(text for text in told if text)


def nobody(query: str) -> str:
    """What an empty list says."""
    return f"Nobody matches {query!r}." if query.strip() else "There is nobody here yet. Try `import` or `sample`."


def duplicates(workspace: Workspace, _given: argparse.Namespace) -> Answer:
    """Likely duplicates, and people who only share a detail."""
    found = workspace.duplicates.find()
    told = [(twins.people, [said(clues) for clues in twins.clues], DUPLICATE) for twins in found.twins]
    told += [(sharing.people, [said((sharing.clue,))], SHARES_A_DETAIL) for sharing in found.sharing]
    named = {person for people, _evidence, _verdict in told for person in people}
    persons = {person.id: person for person in workspace.people.many(sorted(named))}
    data: list[dict[str, Any]] = [
        {
            "people": [
                {"id": p.id, "ref": p.ref, "name": p.profile.full_name}
                for person in people
                if (p := persons.get(person)) is not None
            ],
            "evidence": evidence,
            "verdict": verdict,
        }
        for people, evidence, verdict in told
    ]
    lines = tuple(map(group_line, data))
    return Answer(data, lines or ("Nobody seems to be here twice.",))


DUPLICATE = "duplicate"
SHARES_A_DETAIL = "shares a detail"


def group_line(group: dict[str, Any]) -> str:
    """One group for a reader."""
    names = " / ".join(person["name"] for person in group["people"])
    return f"{names}: {group['verdict']} ({'; '.join(group['evidence'])})"
