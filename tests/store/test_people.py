"""People: what goes in comes out, and a save touches only what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, PersonId, Profile, Status
from otnet_desktop.store.people import CHUNK, NewPerson
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, profile, school_ot

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DAYS = st.none() | st.dates(date(1950, 1, 1), date(2050, 1, 1))
POINTS = st.builds(ContactPoint, st.sampled_from(ContactKind), TEXT, TEXT, st.booleans(), st.sampled_from(ContactState))
PLACES = st.builds(Affiliation, TEXT, TEXT, TEXT, TEXT, DAYS, DAYS)
PROFILES = st.builds(
    Profile,
    **{name: TEXT for name in Profile.__slots__ if isinstance(getattr(Profile(), name), str)},
    **{name: st.lists(TEXT, max_size=3).map(tuple) for name in ("credentials", "practice_areas", "nucc", "tags")},
    languages=st.lists(TEXT, max_size=2).map(tuple),
    foreign=st.lists(TEXT, max_size=2).map(tuple),
    contact_points=st.lists(POINTS, max_size=3).map(tuple),
    affiliations=st.lists(PLACES, max_size=3).map(tuple),
    photo=st.binary(max_size=20),
)
within_one_store = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(first=PROFILES, second=PROFILES)
@within_one_store
def test_a_profile_comes_back_as_it_went_in(store: Store, first: Profile, second: Profile) -> None:
    person = add_person(store, first)
    assert store.people.get(person).profile == first
    with store.transaction():
        store.people.save(person, second, (), NOW)
    assert store.people.get(person).profile == second


def test_a_person_has_a_ref_a_status_and_times(store: Store) -> None:
    person = store.people.get(add_person(store, school_ot(), "renata"))
    assert (person.ref, person.status, person.created_at, person.changed_at) == ("renata", Status.ACTIVE, NOW, NOW)
    later = datetime(2026, 4, 1, tzinfo=UTC)
    with store.transaction():
        store.people.set_status(person.id, Status.DECEASED, later)
    assert store.people.by_ref("renata") == replace(person, status=Status.DECEASED, changed_at=later)


def test_a_save_writes_only_what_changed(store: Store) -> None:
    person = add_person(store, school_ot(), "renata", "email:x")
    changed = replace(school_ot(), tags=("mentor",))
    with store.transaction("Edit person", NOW) as step:
        store.people.save(person, changed, ("email:x",), NOW)
    tables = store.database.sql("SELECT table_name, row_id FROM journal WHERE group_id = ?", (step,)).fetchall()
    assert tables == [("person", person)]
    with store.transaction("Edit person", NOW) as step:
        store.people.save(person, replace(changed, affiliations=()), ("email:y",), NOW)
    tables = store.database.sql("SELECT DISTINCT table_name FROM journal WHERE group_id = ?", (step,)).fetchall()
    assert {row[0] for row in tables} == {"person", "affiliation", "identity_key", "organisation"}


def test_many_come_in_the_order_asked_for_without_those_who_are_gone(store: Store) -> None:
    newcomers = [NewPerson(f"p{n}", profile(f"P {n}")) for n in range(CHUNK + 20)]
    with store.transaction():
        ids = store.people.add(newcomers, NOW)
    asked = [*reversed(ids), PersonId(10_000)]
    assert [person.id for person in store.people.many(asked)] == asked[:-1]


def test_people_are_found_by_their_identities(store: Store) -> None:
    ann, bo = add_person(store, "Ann", "ann", "email:a", "name:x"), add_person(store, "Bo", "bo", "name:x")
    assert store.known_by.with_keys(["name:x", "email:a", "none"]) == {"name:x": [ann, bo], "email:a": [ann]}
    with store.transaction():
        store.people.save(ann, store.people.get(ann).profile, ("email:b",), NOW)
    assert store.known_by.with_keys(["name:x", "email:a", "email:b"]) == {"name:x": [bo], "email:b": [ann]}


def test_removing_somebody_takes_what_is_only_theirs(store: Store) -> None:
    ann, bo = add_person(store, school_ot()), add_person(store, "Bo")
    shared, alone = add_meeting(store, ann, bo), add_meeting(store, ann)
    with store.transaction():
        store.people.remove(ann)
    assert [meeting.id for meeting in store.meetings.of(bo)] == [shared]
    assert store.meetings.get(shared).plan.people == (bo,)
    with pytest.raises(NotFound):
        store.meetings.get(alone)
    for table in ("contact_point", "affiliation", "note", "photo"):
        assert store.database.sql(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_no_id_is_given_twice(store: Store) -> None:
    gone = add_person(store)
    with store.transaction():
        store.people.remove(gone)
    assert add_person(store) > gone


@pytest.mark.parametrize("ask", ["get", "by_ref"])
def test_nobody_there_is_said(store: Store, ask: str) -> None:
    with pytest.raises(NotFound):
        getattr(store.people, ask)(7 if ask == "get" else "nobody")


def test_nobody_and_somebody(store: Store) -> None:
    assert not store.people.is_anybody_here()
    assert store.people.add([], NOW) == []
    add_person(store)
    assert store.people.is_anybody_here()
