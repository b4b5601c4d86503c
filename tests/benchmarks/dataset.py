"""Fills a data folder with people as they might be: ``python -m tests.benchmarks.dataset 100000 DIR [--brief]``.

The same number gives the same people, whatever the day: everything is told as seen on ``NOW``.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, PersonId, Profile
from otnet_desktop.services.clock import FixedClock
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.people import NewPerson
from otnet_desktop.store.store import Store
from tests.benchmarks.dataset_rows import fact_row, insert
from tests.benchmarks.dataset_words import FAMILY, GIVEN, PLACES, SETTINGS, TAGS, TITLES, WORDS

NOW = datetime(2026, 3, 18, 10, 0, tzinfo=UTC)
"""A Wednesday."""

BATCH = 5_000


BRIEF = 99
"""Where little is known of people, one in so many was met."""


def profiles(count: int, start: int, chance: random.Random, brief: bool) -> Iterator[Profile]:
    """People numbered from ``start``: two addresses, a number, a place, tags, a note of some 300 characters.

    Of ``brief`` people there are only name, place and tags.
    """
    for number in range(start, start + count):
        given, family = GIVEN.draw(chance), FAMILY.draw(chance)
        yield Profile(
            given=given,
            family=f"{family}-{FAMILY.draw(chance)}" if number % 7 == 0 else family,
            contact_points=()
            if brief
            else (
                ContactPoint(ContactKind.EMAIL, f"{given}.{family}.{number}@example.org".lower(), "work", primary=True),
                ContactPoint(ContactKind.EMAIL, f"person{number}@example.net", "home"),
                ContactPoint(ContactKind.PHONE, f"+1 555 {number:07d}"),
            ),
            affiliations=(
                Affiliation(
                    f"{FAMILY.draw(chance)} {chance.choice(PLACES)} {number % 2000}",
                    chance.choice(TITLES),
                    setting=chance.choice(SETTINGS),
                ),
            ),
            tags=(chance.choice(TAGS),) if number % 3 == 0 else (),
            note="" if brief else WORDS.text(chance, 45),
            uid=f"uid-{number}",
        )


def add_people(store: Store, count: int, start: int, chance: random.Random, brief: bool) -> list[tuple[PersonId, str]]:
    """A batch of people; their ids and refs."""
    newcomers = [
        NewPerson(f"p{start + n}", profile, () if brief else (f"email:person{start + n}@example.net",))
        for n, profile in enumerate(profiles(count, start, chance, brief))
    ]
    added = store.people.add(newcomers, NOW - timedelta(days=400))
    return [(person, newcomer.ref) for person, newcomer in zip(added, newcomers, strict=True)]


def add_meetings(store: Store, people: list[tuple[PersonId, str]], each: int, chance: random.Random) -> None:
    """Past meetings, the last still to be thanked for with one in fifty; with one in ten another one ahead."""
    (first,) = store.database.sql("SELECT coalesce(max(id), 0) + 1 FROM meeting").fetchone()
    meetings: list[tuple[object, ...]] = []
    attendees: list[tuple[object, ...]] = []
    facts: list[tuple[object, ...]] = []
    for person, ref in people:
        introduced = NOW - timedelta(days=chance.randint(200, 390))
        facts.append(fact_row(f.Sent(pid=ref, kind=f.OutKind.INTRO, needs_reply=True, at=introduced), person))
        if chance.random() < 0.8:
            answered = introduced + timedelta(days=chance.randint(1, 9))
            facts.append(fact_row(f.Received(pid=ref, kind=f.InKind.YES, at=answered), person))
        for nth in range(each):
            number = first + len(meetings)
            ahead = nth == each - 1 and person % 10 == 0
            days = -chance.randint(1, 10) if ahead else 180 * (each - nth) // each - chance.randint(0, 20)
            start = (NOW - timedelta(days=days)).replace(minute=30)
            end, mid = start + timedelta(minutes=30), f"m{number}"
            state = "planned" if ahead else "held"
            notes = "" if ahead else WORDS.text(chance, 30)
            meetings.append((number, mid, "Talk", notes, state, int(start.timestamp()), int(end.timestamp()), mid))
            attendees.append((number, person))
            booked = start - timedelta(days=6)
            agreed = f.MeetingAgreed(
                mid=mid, pids=(ref,), start=start, end=end, format=f.MeetingFormat.VIRTUAL, at=booked
            )
            facts.append(fact_row(agreed, meeting=number))
            if not ahead:
                held = f.OutcomeRecorded(mid=mid, outcome=f.MeetingOutcome.HELD, at=end + timedelta(minutes=20))
                facts.append(fact_row(held, meeting=number))
                if nth < each - 1 or person % 50:
                    thanked = f.Thanked(mid=mid, pids=(ref,), how=f.ThanksHow.EMAIL, at=end + timedelta(hours=3))
                    facts.append(fact_row(thanked, person, number))
    insert(store, "meeting (id, ref, title, notes, state, start_at, end_at, uid)", meetings)
    insert(store, "attendee (meeting_id, person_id)", attendees)
    insert(store, "fact (at, type, person_id, meeting_id, data)", facts)


def fill(folder: Path, count: int, brief: bool = False, meetings: int = 5) -> None:
    """Make the data of so many people and look at everyone once, outside the journal."""
    chance = random.Random(count)
    workspace = Workspace(Store.open(folder), FixedClock(NOW), lambda: ZoneInfo("UTC"))
    try:
        store = workspace.store
        for start in range(0, count, BATCH):
            with store.transaction():
                people = add_people(store, min(BATCH, count - start), start, chance, brief)
                met = people[::BRIEF] if brief else people
                add_meetings(store, met, meetings, chance)
                workspace.steps.look_again(person for person, _ref in met)
        store.tidy(NOW)
    finally:
        workspace.close()


def main() -> None:
    """Read the command line and fill a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("people", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--brief", action="store_true", help="of most only name and place are known")
    arguments = parser.parse_args()
    fill(arguments.folder, arguments.people, arguments.brief)


if __name__ == "__main__":
    main()
