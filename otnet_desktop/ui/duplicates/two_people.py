"""What there is to see of people side by side: where they differ and one must win, then what all keep.

Public: ``Row``, ``rows_of(workspace, alike)``, and ``rows_as_they_were(workspace, joined)`` of two who became one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.filling_in import ONLY_ONE
from otnet_desktop.domain.merge import NAME
from otnet_desktop.domain.originals import Original
from otnet_desktop.domain.people import Person, Profile
from otnet_desktop.domain.research import KeyPoint, Research
from otnet_desktop.domain.vocabulary import label_of
from otnet_desktop.services.merging import Alike, Joined
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.duplicates.words import field_words
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate


class Row(NamedTuple):
    """A field: its name and a value for each; with a ``key`` one of them must win."""

    caption: str
    values: tuple[str, ...]
    key: str = ""


def rows_of(workspace: Workspace, alike: Alike) -> list[Row]:
    """Every row of which there is something to say, those to decide first."""
    words = field_words()
    choices = [
        Row(words[c.field], tuple(said(workspace, c.field, value) if value else "" for value in c.values), c.field)
        for c in alike.clashes
    ]
    told = [facts_of(workspace, person) for person in alike.people]
    kept = [Row(caption, tuple(one[caption] for one in told)) for caption in told[0]]
    return choices + [row for row in kept if any(row.values)]


def rows_as_they_were(workspace: Workspace, joined: Joined) -> list[Row]:
    """Every row of which there was something to say, the name first."""
    words = field_words()
    told = [as_it_was(workspace, original) for original in (joined.stays, joined.goes)]
    rows = [Row(words.get(name, name), (one, told[1][name])) for name, one in told[0].items()]
    return [row for row in rows if any(row.values)]


def as_it_was(workspace: Workspace, original: Original) -> dict[str, str]:
    """One of them in words, by field or caption; "" for nothing."""
    profile = original.profile
    single = {name: value for name in ONLY_ONE if isinstance(value := getattr(profile, name), str)}
    single["met_via"] = workspace.merging.name_of(profile.met_via) if profile.met_via else ""
    single["photo"] = str(len(profile.photo)) if profile.photo else ""
    only = {name: said(workspace, name, value) if value else "" for name, value in single.items()}
    return {NAME: profile.full_name, **only, **facts_told(profile, original.key_points)}


def said(workspace: Workspace, field: str, value: str) -> str:
    """A value as one reads it."""
    if field == "photo":
        return translate("Twice", "a photo of {size} kB").format(size=max(1, int(value) // 1024))
    if field == "role":
        return label_of(workspace.vocabulary.now().roles, value)
    return value


def facts_of(workspace: Workspace, person: Person) -> dict[str, str]:
    """What is kept of both, in words; "" for nothing."""
    research = workspace.research.of(person.id)
    told = facts_told(person.profile, research.key_points)
    return {**told, translate("Twice", "What happened"): happened(workspace, person, research)}


def facts_told(profile: Profile, key_points: Sequence[KeyPoint]) -> dict[str, str]:
    """What a profile and key points say of which there may be several, by caption."""
    return {
        translate("Twice", "Ways to reach them"): "\n".join(p.value for p in profile.contact_points),
        translate("Twice", "Places"): "\n".join(
            " · ".join(part for part in (place.title, place.organisation) if part) for place in profile.affiliations
        ),
        translate("Twice", "Letters after the name"): ", ".join(profile.credentials),
        translate("Twice", "Tags"): ", ".join(profile.tags),
        translate("Twice", "Also called"): ", ".join(profile.also_named),
        translate("Twice", "Key points"): "\n".join(point.text for point in key_points),
        translate("Twice", "Notes"): shortened(profile.note),
    }


MOST = 280
"""Characters of notes that are enough to know whose they are."""


def shortened(text: str) -> str:
    """The beginning of longer notes."""
    return text if len(text) <= MOST else f"{text[:MOST].rstrip()}…"


def happened(workspace: Workspace, person: Person, research: Research) -> str:
    """How much is handed over: "2 meetings, 3 letters"."""
    words = (
        (workspace.meetings.of(person.id), translate("Twice", "{n} meeting"), translate("Twice", "{n} meetings")),
        (workspace.outreach.of(person.id), translate("Twice", "{n} message"), translate("Twice", "{n} messages")),
        (workspace.promises.of(person.id), translate("Twice", "{n} promise"), translate("Twice", "{n} promises")),
        (research.purposes, translate("Twice", "{n} purpose"), translate("Twice", "{n} purposes")),
        (workspace.advice.of(person.id), translate("Twice", "advice: {n}"), translate("Twice", "advice: {n}")),
    )
    return ", ".join(plural(len(things), one, many) for things, one, many in words if things)
