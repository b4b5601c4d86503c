"""What many tests need: people, meetings and facts with as little said as possible."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.meetings import MeetingId, MeetingPlan
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, PersonId, Profile
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.people import NewPerson
from otnet_desktop.store.store import Store

NOW = datetime(2026, 3, 18, 10, 0, tzinfo=UTC)
"""A Wednesday."""

_numbers = count(1)


def profile(name: str = "Renata Núñez", **more: object) -> Profile:
    """Somebody by name ("Renata Núñez", or one word)."""
    given, _, family = name.partition(" ")
    return Profile(given=given, family=family, **more)  # type: ignore[arg-type]


def school_ot() -> Profile:
    """Somebody of whom a lot is known."""
    return profile(
        "Renata Núñez",
        credentials=("OTR/L",),
        tags=("alumni", "mentor"),
        contact_points=(
            ContactPoint(ContactKind.EMAIL, "renata@larchmont.example", "work", primary=True),
            ContactPoint(ContactKind.PHONE, "+1 555 0100"),
        ),
        affiliations=(Affiliation("Larchmont USD", "School OT", setting="school"),),
        note="Wrote the *sensory path* guide.\nLikes coffee walks.",
        photo=b"\x89PNG\x00\xff",
    )


def add_person(store: Store, who: Profile | str = "Renata Núñez", ref: str = "", *keys: str) -> PersonId:
    """Add somebody outside any undoable step."""
    who = profile(who) if isinstance(who, str) else who
    with store.transaction():
        (person,) = store.people.add([NewPerson(ref or f"p-{next(_numbers)}", who, keys)], NOW)
    return person


def plan(*people: PersonId, in_days: float = 7, **more: object) -> MeetingPlan:
    """Half an hour on the screen, so many days from ``NOW``."""
    start = NOW + timedelta(days=in_days)
    return MeetingPlan(people, start, start + timedelta(minutes=30), **more)  # type: ignore[arg-type]


def add_meeting(store: Store, *people: PersonId, in_days: float = 7, **more: object) -> MeetingId:
    """Agree on a meeting outside any undoable step."""
    agreed = plan(*people, in_days=in_days, **more)
    ref = f"m-{next(_numbers)}"
    with store.transaction():
        meeting = store.meetings.add(ref, f"{ref}@uid", agreed)
        fact = f.MeetingAgreed(mid="", pids=(), start=agreed.start, end=agreed.end, format=agreed.format, at=NOW)
        store.facts.record(fact, meeting=meeting)
        store.meetings.settle(meeting)
    return meeting


def take_away(workspace: Workspace, meeting: MeetingId, sentence: str) -> None:
    """One more takeaway of a meeting."""
    kept = workspace.meetings.get(meeting).kept
    workspace.meetings.keep(meeting, replace(kept, takeaways=(*kept.takeaways, sentence)))
