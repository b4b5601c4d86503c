"""An import in words.

Public: ``State`` (what an entry would do, refused ones included), ``state_words()``, ``said_totals(counts)``,
``said_adds(fields)``, ``said_evidence(entry)``, ``said_newcomer(entry)``, ``first_remarks(remarks)``,
``said_outcome(imported)``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.people import Status
from otnet_desktop.services.import_plan import PlannedEntry
from otnet_desktop.services.importing import Imported
from otnet_desktop.ui.duplicates.words import said_clues
from otnet_desktop.ui.said import said
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate


class State(StrEnum):
    """What an entry would do, in the order it is told. The first four are the values of ``Fate``.

    A remark does nothing: it is about what the file holds, and is no entry.
    """

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    UNCLEAR = "unclear"
    REFUSED = "refused"
    REMARK = "remark"


def state_words() -> dict[State, str]:
    """What a row says."""
    return {
        State.NEW: translate("Import", "New"),
        State.UPDATE: translate("Import", "Updated"),
        State.SAME: translate("Import", "Unchanged"),
        State.UNCLEAR: translate("Import", "Unclear"),
        State.REFUSED: translate("Import", "Refused"),
        State.REMARK: translate("Import", "Remark"),
    }


def said_totals(counts: Mapping[State, int]) -> str:
    """Such as "12 new, 3 updated, 40 unchanged, 1 unclear, 2 refused"; what there is none of is left out."""
    words = {
        State.NEW: (translate("Import", "{n} new"), translate("Import", "{n} new")),
        State.UPDATE: (translate("Import", "{n} updated"), translate("Import", "{n} updated")),
        State.SAME: (translate("Import", "{n} unchanged"), translate("Import", "{n} unchanged")),
        State.UNCLEAR: (translate("Import", "{n} unclear"), translate("Import", "{n} unclear")),
        State.REFUSED: (translate("Import", "{n} refused"), translate("Import", "{n} refused")),
    }
    return ", ".join(plural(counts[state], *words[state]) for state in words if counts.get(state))


def said_adds(fields: Sequence[str]) -> str:
    """What somebody who is here would gain: "a way to reach them, a note". Names of ``Profile`` in, words out."""
    words = _field_words()
    known = dict.fromkeys(words[name] for name in fields if name in words)
    return ", ".join(known) or translate("Import", "details for a later export")


def said_evidence(entry: PlannedEntry) -> str:
    """Why an entry is, or may be, about somebody who is here: "the same name, the same e-mail address"."""
    told = said_clues(entry.clues)
    if entry.fitting == 1:
        return told
    return translate("Import", "{n} people here fit: {evidence}").format(n=entry.fitting, evidence=told)


def said_newcomer(entry: PlannedEntry) -> str:
    """What is to know about somebody new: that they had been here, and what they had asked for still holds."""
    match entry.stays_closed:
        case Status.DO_NOT_CONTACT:
            return translate("Import", "comes in; asked not to be contacted before they were deleted, which stays")
        case Status.DECEASED:
            return translate("Import", "comes in; recorded as having died before they were deleted, which stays")
    return translate("Import", "comes in")


def first_remarks(remarks: Sequence[str]) -> list[str]:
    """The first remark, and how many more there are."""
    told = [one_line(said(text)) for text in remarks[:1]]
    if more := len(remarks) - 1 if told else 0:
        one, many = translate("Import", "(and {n} more remark)"), translate("Import", "(and {n} more remarks)")
        told = [f"{told[0]} {plural(more, one, many)}"]
    return told


def said_outcome(imported: Imported) -> str:
    """What a toast says afterwards."""
    came, updated = len(imported.newcomers), imported.updated
    in_words = plural(came, translate("Import", "{n} person came in."), translate("Import", "{n} people came in."))
    more = plural(
        updated, translate("Import", "{n} person was updated."), translate("Import", "{n} people were updated.")
    )
    busy = said_calendars(imported.calendars)
    again = plural(
        imported.looked_at_again,
        translate("Import", "{n} entry was looked at again, as people here had changed since."),
        translate("Import", "{n} entries were looked at again, as people here had changed since."),
    )
    told = ((in_words, came), (more, updated), (busy, imported.calendars), (again, imported.looked_at_again))
    return " ".join(text for text, count in told if count)


def said_calendars(count: int) -> str:
    """What becomes of calendar files among those to import."""
    return plural(
        count,
        translate("Import", "The times of {n} calendar count as busy."),
        translate("Import", "The times of {n} calendars count as busy."),
    )


def _field_words() -> dict[str, str]:
    name = translate("Import", "parts of the name")
    words = translate("Import", "what they do")
    met = translate("Import", "how you met")
    return {
        **dict.fromkeys(("given", "family", "display", "middle", "prefix", "suffix", "nickname"), name),
        "say_it_like": translate("Import", "how to say the name"),
        "pronouns": translate("Import", "pronouns"),
        "credentials": translate("Import", "credentials"),
        **dict.fromkeys(("role", "practice_areas", "nucc"), words),
        "languages": translate("Import", "languages"),
        "zone": translate("Import", "a time zone"),
        "birthday": translate("Import", "a birthday"),
        **dict.fromkeys(("how_met", "met_via", "event"), met),
        "tags": translate("Import", "tags"),
        "contact_points": translate("Import", "a way to reach them"),
        "affiliations": translate("Import", "a place of work"),
        "note": translate("Import", "a note"),
        "photo": translate("Import", "a photo"),
    }
