"""The names of the first frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.domain.people import Affiliation, Status
from otnet_desktop.domain.reminders import Ball, Kind, Outlook, Reminder, Stage
from otnet_desktop.domain.roster import ListView
from otnet_desktop.store.first_people import first_people
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_person, profile


def test_they_are_the_beginning_of_the_list(store: Store) -> None:
    people = [
        add_person(store, profile(name, affiliations=(Affiliation("Larchmont", "School OT"),)), name[:3])
        for name in ("Dan Lee", "Cid Lee", "Bea Lee", "Ann Lee")
    ]
    due = Reminder("KIT:Cid:20260318", Kind.KEEP_IN_TOUCH, "Cid", NOW, active=True)
    with store.transaction():
        store.people.set_status(people[2], Status.ARCHIVED, NOW)
        store.outlooks.save({people[1]: Outlook("Cid", Stage.MET, ball=Ball.ME, reminders=(due,))}, NOW)
    listed = store.roster.rows(store.roster.ids(ListView()))[:2]
    told = first_people(store.database.path.parent, 2)
    assert [(one.id, one.ref, one.name, one.headline) for one in told] == [
        (row.id, row.ref, row.name, row.headline) for row in listed
    ]
    assert [one.due for one in told] == [row.next is not None for row in listed] == [False, True]


@pytest.mark.parametrize("content", [None, b"", b"no database"], ids=["missing", "empty", "foreign"])
def test_what_cannot_be_read_shows_nobody_and_makes_nothing(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / FILE_NAME).write_bytes(content)
    before = sorted(tmp_path.iterdir())
    assert first_people(tmp_path, 2) == []
    assert sorted(tmp_path.iterdir()) == before
