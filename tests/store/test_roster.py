"""The contact list: chips, filters, order, rows of a page; and the first page read without anything else."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from otnet_desktop.domain.people import Affiliation, PersonId, Status
from otnet_desktop.domain.reminders import Ball, Kind, Outlook, Reminder, Stage
from otnet_desktop.domain.roster import Chip, ListView
from otnet_desktop.store.glance import COUNTED, Glance, first_page
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person, profile


def reminder(ref: str, kind: Kind, *, active: bool, days: float = 0) -> Reminder:
    return Reminder(f"{kind}:{ref}", kind, ref, NOW + timedelta(days=days), active=active)


def stand(store: Store, person: PersonId, ref: str, stage: Stage, *reminders: Reminder) -> None:
    outlook = Outlook(ref, stage, ball=Ball.ME, reminders=reminders, next_meeting=NOW)
    with store.transaction():
        store.outlooks.save({person: outlook}, NOW)


@pytest.fixture
def crowd(store: Store) -> dict[str, PersonId]:
    """Ann waits, Bo is due, Cid is due and more urgent, Dan is archived, Eva was never written to."""
    people = {name: add_person(store, f"{name} Lee", name.lower()) for name in ("Eva", "Dan", "Cid", "Bo", "Ann")}
    stand(store, people["Ann"], "ann", Stage.NUDGED, reminder("ann", Kind.FOLLOW_UP, active=False, days=3))
    stand(store, people["Bo"], "bo", Stage.SCHEDULED, reminder("bo", Kind.FOLLOW_UP, active=True, days=-9))
    stand(
        store,
        people["Cid"],
        "cid",
        Stage.MET,
        reminder("cid", Kind.KEEP_IN_TOUCH, active=True, days=-90),
        reminder("cid", Kind.THANK_YOU, active=True, days=-1),
        reminder("cid", Kind.APOLOGY, active=False, days=1),
    )
    with store.transaction():
        store.people.set_status(people["Dan"], Status.ARCHIVED, NOW)
    stand(store, people["Dan"], "dan", Stage.QUIET)
    return people


@pytest.mark.parametrize(
    ("chip", "names"),
    [
        (Chip.ALL, ["Ann", "Bo", "Cid", "Eva"]),
        (Chip.DUE, ["Cid", "Bo"]),
        (Chip.WAITING, ["Ann"]),
        (Chip.TO_MEET, ["Bo"]),
        (Chip.RESTING, []),
        (Chip.ARCHIVED, ["Dan"]),
    ],
)
def test_each_chip_shows_its_people_and_counts_them(
    store: Store, crowd: dict[str, PersonId], chip: Chip, names: list[str]
) -> None:
    assert list(store.roster.ids(ListView(chip))) == [crowd[name] for name in names]
    assert store.roster.counts()[chip] == len(names)


def chips_of(store: Store, stage: Stage, ball: Ball, next_meeting: datetime | None = None) -> set[Chip]:
    person = add_person(store, "Fay Lee", "fay")
    with store.transaction():
        store.outlooks.save({person: Outlook("fay", stage, ball=ball, next_meeting=next_meeting)}, NOW)
    return {chip for chip in Chip if person in store.roster.ids(ListView(chip)) and store.roster.counts()[chip]}


def test_whoever_has_the_next_word_is_waited_for(store: Store) -> None:
    """Times were offered, or a question was asked back."""
    assert chips_of(store, Stage.SCHEDULING, Ball.THEM) == {Chip.ALL, Chip.WAITING, Chip.TO_MEET}


@pytest.mark.parametrize("stage", [Stage.IN_CONVERSATION, Stage.MET])
def test_where_i_have_the_next_word_nobody_is_waited_for(store: Store, stage: Stage) -> None:
    assert chips_of(store, stage, Ball.ME) == {Chip.ALL}


@pytest.mark.parametrize(("ahead", "chips"), [(True, {Chip.ALL, Chip.TO_MEET}), (False, {Chip.ALL})])
def test_a_meeting_that_is_over_is_not_to_come(store: Store, ahead: bool, chips: set[Chip]) -> None:
    assert chips_of(store, Stage.SCHEDULED, Ball.NONE, NOW if ahead else None) == chips


def test_a_row_tells_the_most_important_reminder(store: Store, crowd: dict[str, PersonId]) -> None:
    rows = store.roster.rows([crowd["Cid"], PersonId(999), crowd["Ann"], crowd["Eva"]])
    assert [row.name for row in rows] == ["Cid Lee", "Ann Lee", "Eva Lee"]
    cid, ann, eva = rows
    assert cid.next is not None
    assert cid.next.kind is Kind.THANK_YOU
    assert cid.stage is Stage.MET
    assert cid.next_meeting == NOW
    assert ann.next is not None
    assert not ann.next.active
    assert (eva.stage, eva.next, eva.next_meeting) == (Stage.IDEA, None, None)


def test_names_are_in_order_whatever_their_accents(store: Store) -> None:
    names = ["Zoë Ábalos", "Bo abel", "Cid Åberg", "Dan Acker", "Élan Zu"]
    people = [add_person(store, name) for name in reversed(names)][::-1]
    assert list(store.roster.ids(ListView())) == people


def test_tags_settings_and_areas_filter_together_with_a_chip(store: Store) -> None:
    school = (Affiliation("USD", setting="school"),)
    left = (Affiliation("Old USD", setting="school", until=NOW.date()),)
    areas = ("mental_health", "Animals")
    both = add_person(store, profile("Ann", tags=("a", 'b"c'), practice_areas=areas, affiliations=school))
    tagged = add_person(store, profile("Bo", tags=("a",), affiliations=left))
    archived = add_person(store, profile("Cid", tags=("a",)))
    add_person(store, profile("Dan", tags=("ab",)))
    with store.transaction():
        store.people.set_status(archived, Status.ARCHIVED, NOW)

    def ids(view: ListView) -> list[int]:
        return list(store.roster.ids(view))

    assert ids(ListView(tag="a")) == [both, tagged]
    assert ids(ListView(tag='b"c')) == [both]
    assert ids(ListView(setting="school")) == [both]
    assert ids(ListView(tag="a", setting="school")) == [both]
    assert ids(ListView(Chip.ARCHIVED, tag="a")) == [archived]
    assert ids(ListView(tag="nobody's")) == []
    assert ids(ListView(area="Animals")) == [both]
    assert ids(ListView(area="a")) == []
    assert store.roster.areas() == {"Animals": 1, "mental_health": 1}
    assert store.roster.tags() == {"a": 3, "ab": 1, 'b"c': 1}
    assert store.roster.settings() == {"school": 1}


def test_the_first_page_is_the_beginning_of_the_list(store: Store, crowd: dict[str, PersonId]) -> None:
    folder = store.database.path.parent
    rows = tuple(store.roster.rows(store.roster.ids(ListView())))
    assert first_page(folder) == Glance(rows, 4, 3)
    assert first_page(folder, size=2) == Glance(rows[:2], None, 3)


def test_what_is_due_is_counted_up_to_a_point(store: Store) -> None:
    person = add_person(store, "Ann", "ann")
    stand(store, person, "ann", Stage.MET, *(reminder(f"ann{n}", Kind.PROMISE_DUE, active=True) for n in range(5)))
    assert first_page(store.database.path.parent).due == 5
    with store.transaction():
        for number in range(COUNTED + 5):
            ref = f"p{number}"
            stand(store, add_person(store, ref, ref), ref, Stage.MET, reminder(ref, Kind.PROMISE_DUE, active=True))
    assert first_page(store.database.path.parent).due == COUNTED


@pytest.mark.parametrize("content", [None, b"", b"garbage" * 100])
def test_the_first_page_of_nothing_is_empty_and_makes_nothing(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / FILE_NAME).write_bytes(content)
    before = sorted(path.name for path in tmp_path.iterdir())
    assert first_page(tmp_path) == Glance()
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_the_first_page_loads_nothing_heavy() -> None:
    code = (
        "import sys; import otnet_desktop.store.glance; "
        "print(*sorted({'peewee', 'zoneinfo', 'asyncio', 'urllib.request', 'dateutil'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""
